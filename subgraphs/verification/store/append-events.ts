import type { CalendarDate } from '../../../schema/values/calendar-date';
import { BatchInsert } from '../../runtime/database/batch-insert';
import type { Session, SqlValue } from '../../runtime/database/open-database';
import { ended } from '../process/steps';
import type { Verification } from '../process/verification';
import { insertReport, type StoredReport } from './reports';
import { priorityOf } from './run-for';

/** By when something is to be done; null where nothing is. */
export interface Due {
  /** When a worker is to take the verification up, in milliseconds since the epoch. */
  readonly dueAt: number | null;
  /** The last day for the next step. */
  readonly deadlineOn: CalendarDate | null;
}

/** What one transaction adds to a verification. */
export interface Addition extends Due {
  /** As it was; null where it begins. */
  readonly before: Verification | null;
  /** As it is with its new events. */
  readonly verification: Verification;
  readonly reports: readonly StoredReport[];
}

/**
 * Adds events to a verification, and brings what is searched by up to date. The key of the events keeps two from adding the
 * same one; a lease ends with what it was for.
 */
export async function appendEvents(
  session: Session,
  { before, verification, reports, ...due }: Addition,
): Promise<void> {
  const { id, events } = verification;
  await BatchInsert.all(
    session,
    'verification_events',
    ['verification_id', 'sequence', 'step', 'event'],
    events
      .slice(before?.version ?? 0)
      .map((event) => [id, event.sequence, event.step, JSON.stringify(event)]),
  );
  for (const report of reports) await insertReport(session, report);
  await (before ? update(session, verification, due) : insert(session, verification, due));
  await keepOpen(session, before, verification);
}

const changing = [
  'state',
  'version',
  'outcome',
  'reported_on',
  'deadline_on',
  'next_recheck_on',
  'due_at',
] as const;

/** What of a verification may change, as `changing` names it. */
function changingValues(verification: Verification, { dueAt, deadlineOn }: Due): readonly SqlValue[] {
  const { state, version, reports, nextRecheckOn } = verification;
  return [
    state,
    version,
    reports.at(-1)?.outcome ?? null,
    reports[0]?.at.slice(0, 10) ?? null,
    deadlineOn,
    nextRecheckOn,
    dueAt,
  ];
}

async function update(session: Session, verification: Verification, due: Due): Promise<void> {
  await session.run(
    `UPDATE verifications SET ${changing.map((name) => `${name} = ?`).join(', ')}, lease_by = NULL, lease_until = NULL ` +
      'WHERE id = ?',
    [...changingValues(verification, due), verification.id],
  );
}

async function insert(session: Session, verification: Verification, due: Due): Promise<void> {
  const { id, application, acceptedAt } = verification;
  const { householdId, kind, previousId, batchId, program, divisionCode, people } = application;
  const columns = [
    ...['id', 'household_id', 'kind', 'previous_id', 'batch_id', 'program', 'division_code', 'members'],
    ...['accepted_at', 'priority', ...changing],
  ];
  await BatchInsert.all(session, 'verifications', columns, [
    [
      ...[id, householdId, kind, previousId, batchId, program, divisionCode],
      people.filter(({ role }) => role === 'MEMBER').length,
      Date.parse(acceptedAt),
      priorityOf(batchId),
      ...changingValues(verification, due),
    ],
  ]);
}

/** A household has one verification at a time that has not ended; its key says so. */
async function keepOpen(
  session: Session,
  before: Verification | null,
  { id, state, application: { householdId } }: Verification,
): Promise<void> {
  if (before === null) {
    await session.run('INSERT INTO open_households (household_id, verification_id) VALUES (?, ?)', [
      householdId,
      id,
    ]);
  } else if (ended.has(state) && !ended.has(before.state)) {
    await session.run('DELETE FROM open_households WHERE household_id = ? AND verification_id = ?', [
      householdId,
      id,
    ]);
  }
}
