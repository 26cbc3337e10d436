import type { CalendarDate } from '../../../schema/values/calendar-date';
import { missingAuthorisations } from './authorised';
import type { State, Step } from './steps';
import type { Verification } from './verification';

/** What decides which step follows by itself. */
export interface Knowledge {
  readonly today: CalendarDate;
  /** Whether a finding has to be verified on site before there is a report. */
  readonly hasToVisit: () => Promise<boolean>;
}

/** Steps that follow by themselves at once; those of the tiers come with the registries' answers. */
export type FollowingStep = Extract<
  Step,
  'COMPLETE_AUTHORISATION' | 'SEND_TO_FIELD' | 'REPORT' | 'COMPLETE_RECHECK' | 'MONITOR'
>;

/** The step that follows from where a verification has come; null where somebody or something has to be waited for. */
export async function followUp(
  verification: Verification,
  knowledge: Knowledge,
): Promise<FollowingStep | null> {
  return (await following[verification.state]?.(verification, knowledge)) ?? null;
}

type Follow = (
  verification: Verification,
  knowledge: Knowledge,
) => FollowingStep | null | Promise<FollowingStep | null>;

const whenAuthorised: Follow = (verification, { today }) =>
  missingAuthorisations(verification, today).length === 0 ? 'COMPLETE_AUTHORISATION' : null;

const following: Readonly<Partial<Record<State, Follow>>> = {
  ACCEPTED: whenAuthorised,
  WITHDRAWN: whenAuthorised,
  COMPILED: async (_, { hasToVisit }) => ((await hasToVisit()) ? 'SEND_TO_FIELD' : 'REPORT'),
  FIELD_CHECK: async (_, { hasToVisit }) => ((await hasToVisit()) ? null : 'REPORT'),
  OBJECTED: ({ objections }) =>
    objections.every(({ decision }) => decision !== null) ? 'COMPLETE_RECHECK' : null,
  RECHECKED: () => 'REPORT',
  DECIDED: ({ conclusion }) => (conclusion?.decision === 'GRANTED' ? 'MONITOR' : null),
};
