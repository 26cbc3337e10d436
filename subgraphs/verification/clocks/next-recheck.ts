import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { RecheckClass } from '../process/event';
import { monthsAfter } from './calendar-days';

const months: Readonly<Record<RecheckClass, number>> = {
  YEARLY: 12,
  HALF_YEARLY: 6,
  QUARTERLY: 3,
  MONTHLY: 1,
};

/**
 * The day on which a family is due again: the same calendar day, or the month's last where it has no such day. A day
 * off is not put off. The articles want one look in each period (每月核查一次), and one at a month's end would slip into
 * the next; whoever asks what is due on the next working day is told of it all the same.
 */
export function nextRecheck(decidedOn: CalendarDate, recheckClass: RecheckClass): CalendarDate {
  return monthsAfter(decidedOn, months[recheckClass]);
}
