import type { CalendarDate } from '../../schema/values/calendar-date';
import type { YearMonth } from '../../schema/values/year-month';
import type { Random } from './random';

const dayLength = 24 * 60 * 60 * 1000;

/** A day by its year, month (from 1) and day; what is beyond the month runs on into the next. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return dateAt(Date.UTC(year, month - 1, day));
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateAt(Date.parse(date) + days * dayLength);
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

export function monthOf(date: CalendarDate): YearMonth {
  return date.slice(0, 7) as YearMonth;
}

/** The month that is `months` after another, before it where negative. */
export function addMonths(month: YearMonth, months: number): YearMonth {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = String(Math.floor(count / 12));
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}` as YearMonth;
}

/** Completed years of life on a day. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = yearOf(day) - yearOf(birthDate);
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

export function later<T extends string>(a: T, b: T): T {
  return a > b ? a : b;
}

/** The day on which somebody may own and sign things: about their eighteenth birthday. */
function comingOfAge(birthDate: CalendarDate): CalendarDate {
  return addDays(birthDate, 18 * 365 + 5);
}

/** A day from `most` to `least` days before another, on which a person was of age already. */
export function dayBefore(
  day: CalendarDate,
  most: number,
  least: number,
  { birthDate }: { readonly birthDate: CalendarDate },
  random: Random,
): CalendarDate {
  return dayBetween(later(addDays(day, -most), comingOfAge(birthDate)), addDays(day, -least), random);
}

/** A day from `first` to `last`, both included; `first` where `last` is not after it. */
export function dayBetween(first: CalendarDate, last: CalendarDate, random: Random): CalendarDate {
  const days = Math.round((Date.parse(last) - Date.parse(first)) / dayLength);
  return days > 0 ? addDays(first, random.between(0, days)) : first;
}

function dateAt(instant: number): CalendarDate {
  return new Date(instant).toISOString().slice(0, 10) as CalendarDate;
}
