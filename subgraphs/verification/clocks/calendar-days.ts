import { isCalendarDate, type CalendarDate } from '../../../schema/values/calendar-date';
import { monthsBefore } from '../../eligibility/engine/household/calendar';

const dayInMs = 24 * 60 * 60 * 1000;

/**
 * The day `days` days later; earlier where that is negative.
 * @throws RangeError where that is outside the years of a CalendarDate.
 */
export function daysAfter(day: CalendarDate, days: number): CalendarDate {
  const date = new Date(Date.parse(day) + days * dayInMs).toISOString().slice(0, 10);
  if (!isCalendarDate(date)) throw new RangeError('the day is outside the years 1800 to 2999');
  return date;
}

/** The same calendar day `months` months later; the last of the month where it has no such day. */
export function monthsAfter(day: CalendarDate, months: number): CalendarDate {
  return monthsBefore(day, -months);
}

export function isWeekend(day: CalendarDate): boolean {
  const weekday = new Date(Date.parse(day)).getUTCDay();
  return weekday === 0 || weekday === 6;
}

/** Every day from the first to the last, both included; none where the last is before the first. */
export function daysFrom(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  const count = (Date.parse(last) - Date.parse(first)) / dayInMs + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => daysAfter(first, index));
}
