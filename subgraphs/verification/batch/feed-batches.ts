import { calendarDateOf } from '../../../schema/values/calendar-date';
import { isErrorCode, type ErrorCode } from '../../../schema/wire/error-catalogue';
import type { Session } from '../../runtime/database/open-database';
import type { Office } from '../office';
import { missingAuthorisations, numbersInForce } from '../process/authorised';
import { purposeOf } from '../process/purpose-of';
import type { Verification } from '../process/verification';
import { addHouseholds, noteBegun, noteFailed, pendingHouseholds } from '../store/batch-households';
import { batchesToFeed, lockBatch, setSearched, type Batch } from '../store/batches';
import { readVerification } from '../store/read-verification';
import { accepted, openVerification } from '../take/accepted';
import { advance, begun, made } from '../take/advance';
import { maySee } from '../take/may-see';
import { declaredHouseholds, type DeclaredHousehold } from '../take/declared-households';
import { keepAdvanced } from '../take/keep-advanced';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import { foundHouseholds } from './found-households';

/** How many households are begun at a time. */
const portion = 20;

/**
 * Brings the next households of running batches to be verified. True where it did something, false where there is nothing
 * to do, or the graph did not answer. A batch that fails holds up no other: its error is thrown where there is no other.
 */
export async function feedBatches(office: Office): Promise<boolean> {
  const failures: unknown[] = [];
  for (const batch of await batchesToFeed(office.select)) {
    try {
      if (await (batch.isSearched ? begin(office, batch) : search(office, batch))) return true;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return false;
}

async function search(office: Office, batch: Batch): Promise<boolean> {
  const found = await foundHouseholds(office, batch);
  if (!found) return false;
  return office.write(async (session) => {
    const standing = await lockBatch(session, office.dialect, batch.id);
    // Another process was quicker, or the batch was held meanwhile.
    if (standing?.state !== 'RUNNING' || standing.cursor !== batch.cursor || standing.isSearched) return true;
    await addHouseholds(session, batch.id, found.ids);
    await setSearched(session, batch.id, { cursor: found.cursor, isSearched: found.cursor === null });
    return true;
  });
}

async function begin(office: Office, batch: Batch): Promise<boolean> {
  const pending = await pendingHouseholds(office.select, batch.id, portion);
  if (pending.length === 0) return false;
  const asked = { purpose: purposeOf(batch.kind), reason: `批量核对 ${batch.id}` };
  const households = await declaredHouseholds(office.graph, pending, asked).catch(() => null);
  if (!households) return false;
  return office.write(async (session) => {
    const standing = await lockBatch(session, office.dialect, batch.id);
    if (standing?.state !== 'RUNNING') return true;
    const still = new Set(await pendingHouseholds(session.run, batch.id, portion));
    for (const id of pending.filter((one) => still.has(one))) {
      await beginHousehold(office, session, batch, id, households.get(id));
    }
    return true;
  });
}

/** Everything that may fail of a household fails before anything of it is written. */
async function beginHousehold(
  office: Office,
  session: Session,
  batch: Batch,
  id: string,
  household: DeclaredHousehold | undefined,
): Promise<void> {
  try {
    const { before, verification } = await verificationToStart(office, session, batch, household);
    const now = office.clock();
    const authorisations = numbersInForce(verification, calendarDateOf(now));
    const started = begun(made(verification, 'START', { authorisations }, now, batch.startedBy));
    await keepAdvanced(office, session, before, started, now);
    await noteBegun(session, batch.id, id, verification.id);
  } catch (error) {
    const code = (error as { extensions?: { code?: unknown } }).extensions?.code;
    if (!isErrorCode(code)) throw error;
    await noteFailed(session, batch.id, id, code);
  }
}

/** The household's verification, AUTHORISED: the one that it has, or a new one. */
async function verificationToStart(
  office: Office,
  session: Session,
  { id: batchId, kind, divisions, startedBy }: Batch,
  household: DeclaredHousehold | undefined,
): Promise<{ readonly before: Verification | null; readonly verification: Verification }> {
  if (!household || (divisions && !maySee({ divisions }, household.divisionCode))) {
    throw catalogueError('HOUSEHOLD_NOT_FOUND');
  }
  const openId = await openVerification(session, household.householdId);
  const before = openId === null ? null : await readVerification(session.run, openId);
  if (before && before.state !== 'AUTHORISED') throw catalogueError(whyNotStarted(before));
  const now = office.clock();
  const acceptance = { household, commissionedBy: startedBy.subject, batchId, by: startedBy };
  const verification =
    before ??
    (await advance(office, session, begun(await accepted(office, session, acceptance, now)), now))
      .verification;
  if (verification.application.kind !== kind) throw catalogueError('NOT_YET_DUE');
  if (missingAuthorisations(verification, calendarDateOf(now)).length > 0) {
    throw catalogueError('AUTHORISATION_MISSING');
  }
  return { before, verification };
}

function whyNotStarted({ state }: Verification): ErrorCode {
  return state === 'ACCEPTED' || state === 'WITHDRAWN' ? 'AUTHORISATION_MISSING' : 'VERIFICATION_OPEN';
}
