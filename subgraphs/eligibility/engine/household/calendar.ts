import type { CalendarDate } from '../../../../schema/values/calendar-date';
import type { YearMonth } from '../../../../schema/values/year-month';

/**
 * The same calendar day `months` months earlier; the last of the month where it has no such day, as for 31 May and
 * three months.
 */
export function monthsBefore(date: CalendarDate, months: number): CalendarDate {
  const month = monthBefore(monthOf(date), months);
  const last = new Date(Date.UTC(yearOf(month), numberOf(month), 0)).getUTCDate();
  const day = Math.min(Number(date.slice(8)), last);
  return `${month}-${String(day).padStart(2, '0')}` as CalendarDate;
}

export function monthOf(date: CalendarDate): YearMonth {
  return date.slice(0, 7) as YearMonth;
}

export function monthBefore(month: YearMonth, months: number): YearMonth {
  const index = yearOf(month) * 12 + numberOf(month) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}` as YearMonth;
}

const yearOf = (date: string): number => Number(date.slice(0, 4));

const numberOf = (month: YearMonth): number => Number(month.slice(5));

/** Full years; whoever was born on 29 February is a year older on 1 March. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = yearOf(day) - yearOf(birthDate);
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Whether a day lies in a stretch of days, both ends included; an end that is null is open. */
export function isWithin(day: CalendarDate, from: CalendarDate, to: CalendarDate | null): boolean {
  return from <= day && (to === null || day <= to);
}
