import { BatchInsert } from '../../runtime/database/batch-insert';
import type { Session } from '../../runtime/database/open-database';
import type { Tier } from '../process/event';
import type { Attempt } from '../facts/attempt';
import { placesFor, type Run } from './read-verification';

/** An attempt with the run that it belongs to: one for each time that the verification was commissioned. */
export interface KeptAttempt extends Attempt {
  readonly run: number;
}

/** Adds an attempt: none is ever changed. */
export async function insertAttempt(
  session: Session,
  verificationId: string,
  { run, tier, number, at, household, answers }: KeptAttempt,
): Promise<void> {
  await BatchInsert.all(
    session,
    'registry_attempts',
    ['verification_id', 'run', 'tier', 'number', 'at', 'answers'],
    [[verificationId, run, tier, number, at.getTime(), JSON.stringify({ household, answers })]],
  );
}

/** All attempts of verifications, each list oldest first. */
export async function readAttempts(
  run: Run,
  verificationIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptAttempt[]>> {
  const attempts = new Map<string, KeptAttempt[]>(verificationIds.map((id) => [id, []]));
  if (verificationIds.length === 0) return attempts;
  const rows = await run(
    'SELECT verification_id, run, tier, number, at, answers FROM registry_attempts ' +
      // The municipal tier comes first.
      `WHERE verification_id IN (${placesFor(verificationIds)}) ORDER BY verification_id, run, tier DESC, number`,
    verificationIds,
  );
  for (const row of rows) {
    attempts.get(String(row['verification_id']))?.push({
      run: Number(row['run']),
      tier: String(row['tier']) as Tier,
      number: Number(row['number']),
      at: new Date(Number(row['at'])),
      ...(JSON.parse(String(row['answers'])) as Pick<Attempt, 'household' | 'answers'>),
    });
  }
  return attempts;
}
