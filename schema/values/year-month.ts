import { ValueError } from './value-error';

/** A month as 'YYYY-MM', 1800-01 to 2999-12. Such strings sort as the months do. */
export type YearMonth = string & { readonly __brand: 'YearMonth' };

const EXPECTED = 'a month as YYYY-MM or YYYYMM';

/**
 * Reads a month in one of the two forms of an exchange file (registries.md, "Rules for every file"); white
 * space around it is ignored.
 * @throws ValueError for another form (a full date too), a month beyond 01 to 12, or a year outside 1800 to
 * 2999, the years of CalendarDate.
 */
export function parseYearMonth(text: string): YearMonth {
  const match = /^(\d{4})-?(\d{2})$/.exec(text.trim());
  if (!match) throw new ValueError('it is not written as a month', EXPECTED);
  const [, year = '', month = ''] = match;
  if (Number(year) < 1800 || Number(year) > 2999) {
    throw new ValueError('the year is outside 1800 to 2999', EXPECTED);
  }
  if (Number(month) < 1 || Number(month) > 12) throw new ValueError('the year has no such month', EXPECTED);
  return `${year}-${month}` as YearMonth;
}
