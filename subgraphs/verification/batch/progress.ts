import type { Batch } from '../store/batches';
import type { BatchHouseholdState } from '../store/batch-households';
import type { Run } from '../store/read-verification';

/** How far a batch has come, in households. */
export interface Progress {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  readonly remaining: number;
  readonly isDone: boolean;
}

export async function progressOf(run: Run, { id, isSearched }: Batch): Promise<Progress> {
  const rows = await run(
    'SELECT state, COUNT(*) AS households FROM batch_households WHERE batch_id = ? GROUP BY state',
    [id],
  );
  const households = new Map(rows.map((row) => [String(row['state']), Number(row['households'])]));
  const count = (state: BatchHouseholdState) => households.get(state) ?? 0;
  const [done, failed, remaining] = [count('DONE'), count('FAILED'), count('PENDING') + count('BEGUN')];
  return { total: done + failed + remaining, done, failed, remaining, isDone: isSearched && remaining === 0 };
}
