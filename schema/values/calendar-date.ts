import { ValueError } from './value-error';

/** A day of the Gregorian calendar as 'YYYY-MM-DD', 1800 to 2999. Such strings sort as the days do. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const EXPECTED = 'a date as YYYY-MM-DD, YYYYMMDD or YYYY/M/D';
const CANONICAL = /^(\d{4})-(\d{2})-(\d{2})$/;
const FORMS = [CANONICAL, /^(\d{4})(\d{2})(\d{2})$/, /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/];

// All of China keeps Beijing time (UTC+8): one zone since 1949, and no summer time since 1992. The summers of
// 1986 to 1991 are disregarded on purpose: instants here are times of import, data and access, all later.
export const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * Reads a date in one of the three forms of an exchange file (registries.md, "Rules for every file"); white
 * space around it is ignored.
 * @throws ValueError for another form, a day that the calendar does not have, or a year outside 1800 to 2999.
 */
export function parseCalendarDate(text: string): CalendarDate {
  const trimmed = text.trim();
  for (const form of FORMS) {
    const match = form.exec(trimmed);
    if (!match) continue;
    const [, year = '', month = '', day = ''] = match;
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isCalendarDate(date)) return date;
    throw isYear(Number(year))
      ? new ValueError('the calendar has no such day', EXPECTED)
      : new ValueError('the year is outside 1800 to 2999', EXPECTED);
  }
  throw new ValueError('it is not written as a date', EXPECTED);
}

/** Whether the text is, to the character, 'YYYY-MM-DD' of a day that exists in 1800 to 2999. */
export function isCalendarDate(text: string): text is CalendarDate {
  const match = CANONICAL.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isYear(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/**
 * The date in China at an instant.
 * @throws ValueError for an invalid Date, or one outside 1800 to 2999 in China.
 */
export function calendarDateOf(instant: Date): CalendarDate {
  const inChina = new Date(instant.getTime() + CHINA_OFFSET_MS);
  const date = Number.isNaN(inChina.getTime()) ? '' : inChina.toISOString().slice(0, 10);
  if (!isCalendarDate(date)) {
    throw new ValueError('the instant has no date in China', 'an instant of the years 1800 to 2999');
  }
  return date;
}

function isYear(year: number): boolean {
  return year >= 1800 && year <= 2999;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
