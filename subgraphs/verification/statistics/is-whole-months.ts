import type { CalendarDate } from '../../../schema/values/calendar-date';
import { daysAfter } from '../clocks/calendar-days';

/** Whether two days are the first of a month and the last of that month or of a later one. */
export function isWholeMonths(from: CalendarDate, to: CalendarDate): boolean {
  return from <= to && from.endsWith('-01') && daysAfter(to, 1).endsWith('-01');
}
