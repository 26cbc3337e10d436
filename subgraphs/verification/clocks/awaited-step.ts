import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { State, Step } from '../process/steps';
import type { Verification } from '../process/verification';
import type { DeadlineName } from './deadlines-file';

/** What a verification waits for. */
interface AwaitedRow {
  readonly step: Step;
  /** The times that it may take, one after another; none where only the whole case's limit holds. */
  readonly within: readonly DeadlineName[];
  /** Counted from the commission, whatever has happened since; else from the day on which the state was entered. */
  readonly fromCommission?: true;
}

const report = { step: 'REPORT', within: ['report'], fromCommission: true } as const;

/** By state. Nobody waits for anything after a decision: the next look has a day of its own. */
const awaited: Readonly<Record<State, AwaitedRow | null>> = {
  ACCEPTED: { step: 'RECORD_AUTHORISATION', within: ['start'] },
  // Acceptance and authorisation fall on one day as a rule. A family that signs later does not make the street late.
  AUTHORISED: { step: 'START', within: ['start'] },
  COMMISSIONED: { step: 'ASK_MUNICIPAL', within: ['checkStart'] },
  MUNICIPAL_RUNNING: report,
  DISTRICT_RUNNING: report,
  COMPILED: report,
  FIELD_CHECK: { step: 'CHECK_IN_FIELD', within: ['fieldCheck'] },
  REPORTED: { step: 'NOTIFY', within: ['notice'] },
  NOTIFIED: { step: 'CONCLUDE', within: ['objection', 'decision'] },
  OBJECTED: { step: 'DECIDE_OBJECTION', within: ['objectionDecision'] },
  RECHECKED: { step: 'REPORT', within: ['report'] },
  // The family may authorise anew; if not, somebody has to end the case before its time is up (57号, Art. 29).
  WITHDRAWN: { step: 'CLOSE', within: [] },
  DECIDED: null,
  MONITORED: null,
  CLOSED: null,
};

/** The step that a verification waits for, and the day that its time is counted from; null where it waits for none. */
export function awaitedOf({
  state,
  since,
  startedOn,
}: Pick<Verification, 'state' | 'since' | 'startedOn'>):
  (AwaitedRow & { readonly from: CalendarDate }) | null {
  const row = awaited[state];
  return row && { ...row, from: row.fromCommission ? (startedOn ?? since) : since };
}
