import { CHINA_OFFSET_MS, calendarDateOf, isCalendarDate } from './calendar-date';
import { ValueError } from './value-error';

const EXPECTED = 'an RFC 3339 instant with its zone, such as 2018-05-31T08:30:00+08:00';
const FORM =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.(\d{1,9}))?(Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * Reads an RFC 3339 instant, T and Z in capitals; white space around it is ignored. A fraction of a second is
 * cut to milliseconds, which is all that a Date holds. A leap second is refused, for a Date has none.
 * @throws ValueError for a date alone, a time without a zone, a day that does not exist, a year outside 1800
 * to 2999.
 */
export function parseInstant(text: string): Date {
  const trimmed = text.trim();
  if (isCalendarDate(trimmed)) throw new ValueError('it is a date without a time', EXPECTED);
  const match = FORM.exec(trimmed);
  if (!match) {
    throw /^\d{4}-\d{2}-\d{2}T[\d:.]+$/.test(trimmed)
      ? new ValueError('it has no zone', EXPECTED)
      : new ValueError('it is not written as an instant', EXPECTED);
  }
  const [, date = '', time = '', fraction = '', zone = ''] = match;
  if (!isCalendarDate(date)) throw new ValueError('the calendar has no such day', EXPECTED);
  const instant = new Date(`${date}T${time}.${fraction.padEnd(3, '0').slice(0, 3)}${zone}`);
  calendarDateOf(instant); // An offset can carry the first and last hours out of the years that have a form.
  return instant;
}

/**
 * Writes an instant in Beijing time, such as '2018-05-31T08:30:00+08:00', with three decimals of a second
 * only where they are not zero.
 * @throws ValueError for an invalid Date, or one outside 1800 to 2999 in China.
 */
export function formatInstant(instant: Date): string {
  const date = calendarDateOf(instant);
  const inChina = new Date(instant.getTime() + CHINA_OFFSET_MS);
  const time = inChina
    .toISOString()
    .slice(11, 23)
    .replace(/\.000$/, '');
  return `${date}T${time}+08:00`;
}
