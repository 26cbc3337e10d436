import { formatInstant } from '../../../schema/values/instant';
import { progressOf, type Progress } from '../batch/progress';
import type { Office } from '../office';
import type { Batch } from '../store/batches';

/** A batch with how far it has come, counted once. */
export type CountedBatch = Batch & Progress;

const mostFailures = 100;

export async function counted({ select }: Office, batch: Batch): Promise<CountedBatch> {
  return { ...batch, ...(await progressOf(select, batch)) };
}

/** The fields of a batch that are more than what it holds under their name. */
export function batchFields({ select }: Office) {
  return {
    state: ({ state, isDone }: CountedBatch) => (state !== 'CANCELLED' && isDone ? 'DONE' : state),
    startedAt: ({ startedAt }: CountedBatch) => formatInstant(startedAt),
    startedBy: ({ startedBy }: CountedBatch) => startedBy.subject,
    failures: async ({ id }: CountedBatch) => {
      const rows = await select(
        "SELECT household_id, code FROM batch_households WHERE batch_id = ? AND state = 'FAILED' " +
          `ORDER BY place LIMIT ${mostFailures}`,
        [id],
      );
      return rows.map((row) => ({ householdId: row['household_id'], code: row['code'] }));
    },
  };
}
