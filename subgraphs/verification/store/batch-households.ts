import { BatchInsert } from '../../runtime/database/batch-insert';
import type { Session } from '../../runtime/database/open-database';
import type { ErrorCode } from '../../../schema/wire/error-catalogue';
import type { State } from '../process/steps';
import type { Verification } from '../process/verification';
import { placesFor, type Run } from './read-verification';
import { runFor } from './run-for';

/** How far a household of a batch has come. */
export type BatchHouseholdState = 'PENDING' | 'BEGUN' | 'DONE' | 'FAILED';

/**
 * Adds households to a batch, each once: a search may come upon one again. Their order is the one in which they are begun.
 */
export async function addHouseholds(
  session: Session,
  batchId: string,
  householdIds: readonly string[],
): Promise<void> {
  const [last] = await session.run(
    'SELECT COALESCE(MAX(place), 0) AS place FROM batch_households WHERE batch_id = ?',
    [batchId],
  );
  const first = Number(last?.['place'] ?? 0) + 1;
  const known = await knownHouseholds(session, batchId, householdIds);
  await BatchInsert.all(
    session,
    'batch_households',
    ['batch_id', 'household_id', 'place', 'state'],
    [...new Set(householdIds)]
      .filter((id) => !known.has(id))
      .map((id, index) => [batchId, id, first + index, 'PENDING']),
  );
}

async function knownHouseholds(
  { run }: Session,
  batchId: string,
  householdIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (householdIds.length === 0) return new Set();
  const rows = await run(
    `SELECT household_id FROM batch_households WHERE batch_id = ? AND household_id IN (${placesFor(householdIds)})`,
    [batchId, ...householdIds],
  );
  return new Set(rows.map((row) => String(row['household_id'])));
}

/** The households that are to be begun next. */
export async function pendingHouseholds(
  run: Run,
  batchId: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await run(
    "SELECT household_id FROM batch_households WHERE batch_id = ? AND state = 'PENDING' " +
      `ORDER BY place LIMIT ${limit}`,
    [batchId],
  );
  return rows.map((row) => String(row['household_id']));
}

/** Notes that a household's verification was commissioned, and that it runs for the batch, whoever took it up. */
export async function noteBegun(
  session: Session,
  batchId: string,
  householdId: string,
  verificationId: string,
): Promise<void> {
  await runFor(session, verificationId, batchId);
  await session.run(
    "UPDATE batch_households SET state = 'BEGUN', verification_id = ? " +
      "WHERE batch_id = ? AND household_id = ? AND state = 'PENDING'",
    [verificationId, batchId, householdId],
  );
}

/** Notes why a household could not be verified. */
export async function noteFailed(
  session: Session,
  batchId: string,
  householdId: string,
  code: ErrorCode,
): Promise<void> {
  await session.run(
    "UPDATE batch_households SET state = 'FAILED', code = ? " +
      "WHERE batch_id = ? AND household_id = ? AND state = 'PENDING'",
    [code, batchId, householdId],
  );
}

/** Notes in every batch that waits for a verification that its registries have been asked, or will not be. */
export async function noteRunEnded(session: Session, { id, state }: Verification): Promise<void> {
  const code = whyNotAsked[state] ?? null;
  await session.run(
    "UPDATE batch_households SET state = ?, code = ? WHERE verification_id = ? AND state = 'BEGUN'",
    [code === null ? 'DONE' : 'FAILED', code, id],
  );
}

/** Why registries were not asked to the end, by the state that came of it. */
const whyNotAsked: Readonly<Partial<Record<State, ErrorCode>>> = {
  WITHDRAWN: 'AUTHORISATION_MISSING',
  // One that was not needed was taken back, so that it has to be commissioned anew.
  AUTHORISED: 'AUTHORISATION_MISSING',
  CLOSED: 'VERIFICATION_CLOSED',
};
