import type { CalendarDate } from '../../../schema/values/calendar-date';
import { missingAuthorisations } from './authorised';
import type { Step } from './steps';
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
  { today, hasToVisit }: Knowledge,
): Promise<FollowingStep | null> {
  switch (verification.state) {
    case 'ACCEPTED':
    case 'WITHDRAWN':
      return missingAuthorisations(verification, today).length === 0 ? 'COMPLETE_AUTHORISATION' : null;
    case 'COMPILED':
      return (await hasToVisit()) ? 'SEND_TO_FIELD' : 'REPORT';
    case 'FIELD_CHECK':
      return (await hasToVisit()) ? null : 'REPORT';
    case 'OBJECTED':
      return verification.objections.every(({ decision }) => decision !== null) ? 'COMPLETE_RECHECK' : null;
    case 'RECHECKED':
      return 'REPORT';
    case 'DECIDED':
      return verification.conclusion?.decision === 'GRANTED' ? 'MONITOR' : null;
    default:
      return null;
  }
}
