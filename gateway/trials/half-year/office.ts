import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Clocks } from '../../../subgraphs/verification/clocks/load-clocks';
import type { Case } from './case';
import type { Diary } from './diary';

/** What is done with cases, day by day. */
export type Deed = 'TAKE_UP' | 'LOOK' | 'VISIT' | 'TELL' | 'HEAR' | 'DECIDE_OBJECTION' | 'CONCLUDE';

/** A day at the streets' offices and the check centre. */
export interface OfficeDay {
  readonly today: CalendarDate;
  readonly clocks: Clocks;
  readonly diary: Diary<Deed, Case>;
}

/** Plans a deed so many working days from today. */
export function planIn(
  { today, clocks, diary }: OfficeDay,
  workingDays: number,
  deed: Deed,
  whom: Case,
): void {
  const day = workingDays === 0 ? today : clocks.workingDays.addWorkingDays(today, workingDays);
  diary.plan(day, deed, whom);
}
