import { calendarDateOf, type CalendarDate } from '../../../schema/values/calendar-date';
import { formatInstant } from '../../../schema/values/instant';
import type { Session } from '../../runtime/database/open-database';
import { nextRecheck } from '../clocks/next-recheck';
import { findingsToVisit } from '../facts/findings-to-visit';
import { itself, type Actor, type Event, type StepContent } from '../process/event';
import { followUp, type FollowingStep } from '../process/follow-up';
import { pathOf, type Step } from '../process/steps';
import { after, type Verification } from '../process/verification';
import type { Office } from '../office';
import { readAttempts } from '../store/attempts';
import type { RaisedAlert } from '../store/alerts';
import type { StoredReport } from '../store/reports';
import { assessed, type Assessed } from './assessed';
import { issueReport } from './issue-report';
import { newNumber } from './numbers';
import { raisedAlerts } from './raised-alerts';

/** A verification in the middle of a transaction, with the reports and alerts that came of its new steps. */
export interface Advanced {
  readonly verification: Verification;
  readonly reports: readonly StoredReport[];
  readonly alerts: readonly RaisedAlert[];
}

/** A verification that nothing has come of yet. */
export function begun(verification: Verification): Advanced {
  return { verification, reports: [], alerts: [] };
}

/** Makes every step that follows by itself at once, within the transaction of the step that it follows from. */
export async function advance(
  office: Office,
  session: Session,
  advanced: Advanced,
  now: Date,
): Promise<Advanced> {
  const { verification } = advanced;
  const today = calendarDateOf(now);
  const hasToVisit = async () => {
    const { assessment } = await assessedNow(office, session, verification);
    return findingsToVisit(assessment).length > 0;
  };
  const step = await followUp(verification, { today, hasToVisit });
  if (step === null) return advanced;
  const next =
    step === 'REPORT'
      ? await withReport(office, session, advanced, { reason: null, now, by: itself })
      : { ...advanced, verification: made(verification, step, contentOf(step, verification, today), now) };
  return advance(office, session, next, now);
}

/** Why and by whom a report is issued. */
export interface Issue {
  /** Null where it follows by itself. */
  readonly reason: string | null;
  readonly now: Date;
  readonly by: Actor;
}

/** Issues a version of the report. */
export async function withReport(
  office: Office,
  session: Session,
  { verification, reports, alerts }: Advanced,
  { reason, now, by }: Issue,
): Promise<Advanced> {
  const basis = await assessedNow(office, session, verification);
  const { content, report } = issueReport(office, verification, basis, { reason, now });
  const raised = await raisedAlerts(office, session, verification, basis);
  return {
    verification: made(verification, 'REPORT', content, now, by),
    reports: [...reports, report],
    alerts: [...alerts, ...raised.map((change) => ({ ...change, id: newNumber('YJ', office, now) }))],
  };
}

function contentOf(
  step: Exclude<FollowingStep, 'REPORT'>,
  { recheck }: Verification,
  today: CalendarDate,
): StepContent[typeof step] {
  return step === 'MONITOR' ? { nextRecheckOn: nextRecheck(today, recheck ?? 'YEARLY') } : {};
}

export async function assessedNow(
  { policies }: Office,
  { run }: Session,
  verification: Verification,
): Promise<Assessed> {
  const attempts = await readAttempts(run, [verification.id]);
  return assessed(verification, attempts.get(verification.id) ?? [], policies);
}

/** A verification after a step, which the table has to allow. */
export function made<S extends Exclude<Step, 'ACCEPT'>>(
  verification: Verification,
  step: S,
  content: StepContent[S],
  now: Date,
  by: Actor = itself,
): Verification {
  const state = pathOf(step, verification.state);
  if (!state) throw new Error(`${step} does not follow ${verification.state}`);
  const sequence = verification.version + 1;
  return after(verification, { sequence, step, state, at: formatInstant(now), by, content } as Event);
}
