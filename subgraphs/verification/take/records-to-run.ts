import type { Row, Session } from '../../runtime/database/open-database';
import { stillSilent } from '../facts/still-silent';
import type { Office } from '../office';
import { hasSamePeople, peopleChanged } from '../process/same-people';
import { ended } from '../process/steps';
import { tierOf } from '../process/tier-of';
import type { Verification } from '../process/verification';
import type { Attempt, Claimed, Following, RunningState, RunningStore } from '../running/running-store';
import { feedBatches } from '../batch/feed-batches';
import { countToFeed } from '../store/batches';
import { insertAttempt, readAttempts, type KeptAttempt } from '../store/attempts';
import { lockVerification, placesFor, readVerification, readVerifications } from '../store/read-verification';
import { advance, begun, made } from './advance';
import { keepAdvanced } from './keep-advanced';

/** Due, and held by nobody; `?` are twice the time. */
const isDue =
  'due_at <= ? AND (lease_until IS NULL OR lease_until <= ?) AND ' +
  "(batch_id IS NULL OR batch_id NOT IN (SELECT id FROM batches WHERE state = 'PAUSED'))";

const inOrder = 'ORDER BY priority, due_at, id';

/** The check centre's records as the running of verifications needs them. */
export function recordsToRun(office: Office): RunningStore {
  const { select, write } = office;
  return {
    claim: async ({ now, leaseMs, limit, worker }) => {
      const claim = (at: Date) =>
        claimDue(office, `${worker}:${hexOf(office.random(6))}`, at, { leaseMs, limit });
      // Only where nothing else is due do batches bring their next households, which are due a moment after `now`.
      let claimed = await claim(now);
      while (claimed.length === 0 && (await feedBatches(office))) claimed = await claim(office.clock());
      return claimed;
    },
    countDue: async ({ now, most }) => {
      const time = now.getTime();
      const due = await select(
        `SELECT COUNT(*) AS due FROM (SELECT id FROM verifications WHERE ${isDue} LIMIT ${most}) found`,
        [time, time],
      );
      const verifications = Number(due[0]?.['due']);
      return verifications > 0 ? verifications : Math.min(most, await countToFeed(select));
    },
    nextDueAt: async (now) => {
      const [row] = await select(
        'SELECT MIN(CASE WHEN lease_until > due_at THEN lease_until ELSE due_at END) AS next FROM verifications ' +
          'WHERE due_at IS NOT NULL AND (due_at > ? OR lease_until > ?)',
        [now.getTime(), now.getTime()],
      );
      const next = row?.['next'];
      return next === null || next === undefined ? null : new Date(Number(next));
    },
    recordAttempt: (claimed, attempt, following) =>
      write((session) => recordAttempt(office, session, claimed, attempt, following)),
    release: async (claimed, dueAt) => {
      await write(async ({ run }) => {
        for (const { id, lease } of claimed) {
          await run(
            'UPDATE verifications SET due_at = ?, lease_by = NULL, lease_until = NULL WHERE id = ? AND lease_by = ?',
            [dueAt.getTime(), id, lease],
          );
        }
      });
    },
  };
}

async function claimDue(
  { write }: Office,
  lease: string,
  now: Date,
  { leaseMs, limit }: { readonly leaseMs: number; readonly limit: number },
): Promise<readonly Claimed[]> {
  const time = now.getTime();
  return write(async (session) => {
    const due = await session.run(
      `SELECT id, priority FROM verifications WHERE ${isDue} ${inOrder} LIMIT ${limit}`,
      [time, time],
    );
    const ids = due.filter(({ priority }) => priority === due[0]?.['priority']).map(({ id }) => String(id));
    if (ids.length === 0) return [];
    // What another took in between is not taken twice.
    await session.run(
      `UPDATE verifications SET lease_by = ?, lease_until = ? WHERE id IN (${placesFor(ids)}) AND ${isDue}`,
      [lease, time + leaseMs, ...ids, time, time],
    );
    return claimedBy(session, lease);
  });
}

const hexOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

async function claimedBy({ run }: Session, lease: string): Promise<readonly Claimed[]> {
  const rows = await run(
    `SELECT id, household_id, priority, batch_id FROM verifications WHERE lease_by = ? ${inOrder}`,
    [lease],
  );
  const ids = rows.map(({ id }) => String(id));
  const verifications = await readVerifications(run, ids);
  const attempts = await readAttempts(run, ids);
  return verifications.map((verification, index) =>
    claimedOf(verification, attempts.get(verification.id) ?? [], rows[index] as Row, lease),
  );
}

function claimedOf(
  { id, application, state, version, run }: Verification,
  kept: readonly KeptAttempt[],
  row: Row,
  lease: string,
): Claimed {
  const ofRun = kept.filter((attempt) => attempt.run === run);
  const tier = tierOf(state);
  const attempts = ofRun.filter((attempt) => attempt.tier === tier);
  return {
    id,
    householdId: application.householdId,
    kind: application.kind,
    state: state as RunningState,
    version,
    attempts: attempts.length,
    firstAskedAt: attempts[0]?.at ?? null,
    silent: stillSilent(tier, attempts),
    isHouseholdTold: ofRun.some(({ household }) => household !== null),
    priority: Number(row['priority']),
    batchId: row['batch_id'] === null ? null : String(row['batch_id']),
    lease,
  };
}

/** An attempt with all that follows is one transaction: cut off anywhere, it was made whole or is made again. */
async function recordAttempt(
  office: Office,
  session: Session,
  { id, lease, version }: Claimed,
  attempt: Attempt,
  { steps, dueAt }: Following,
): Promise<boolean> {
  const row = await lockVerification(session.run, office.dialect, id);
  if (!row || row['lease_by'] !== lease || Number(row['version']) !== version) return false;
  const before = await readVerification(session.run, id);
  if (!before || ended.has(before.state)) return false;
  await insertAttempt(session, id, { ...attempt, run: before.run });
  const now = office.clock();
  const asked = steps.reduce((verification, step) => made(verification, step, {}, now), before);
  const isOther = attempt.household !== null && !hasSamePeople(before.application, attempt.household);
  const advanced = isOther
    ? begun(made(asked, 'CLOSE', { reason: peopleChanged }, now))
    : await advance(office, session, begun(asked), now);
  const isRunning = runningStates.has(advanced.verification.state);
  await keepAdvanced(office, session, before, advanced, now, isRunning ? dueAt : null);
  return true;
}

const runningStates: ReadonlySet<string> = new Set<RunningState>([
  'COMMISSIONED',
  'MUNICIPAL_RUNNING',
  'DISTRICT_RUNNING',
]);
