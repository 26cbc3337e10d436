import type { z } from 'zod';
import type { CalendarDate } from '../../../schema/values/calendar-date';
import { code, day, list, listOfSome, mapping, text } from '../../eligibility/policies/written-values';
import { daysFrom, isWeekend } from './calendar-days';
import type { YearOfHolidays } from './working-days';

const holiday = mapping({ name: text, from: day, to: day, worked: list(day).default([]) });

const notice = mapping({
  document: text,
  announcedOn: day,
  source: code(/^https:\/\/www\.gov\.cn\/\S+$/, 'the address of the notice at https://www.gov.cn/'),
  holidays: listOfSome(holiday),
});

/** `holidays/YEAR.yaml`: the notices on a year's holidays, each holiday with the days of weekends worked for it. */
export const holidaysForm = mapping({ notices: listOfSome(notice) });

type Holiday = z.infer<typeof holiday>;
type Report = (place: string, problem: string) => void;

/** The year that its notices make. A holiday that a later notice names again is as that one has it. */
export function yearOfHolidays(
  year: number,
  { notices }: z.infer<typeof holidaysForm>,
  report: Report,
): YearOfHolidays {
  for (const [index, { holidays }] of notices.entries()) {
    for (const [position, one] of holidays.entries()) {
      checkHoliday(year, one, (key, problem) =>
        report(`notices.${index}.holidays.${position}.${key}`, problem),
      );
    }
  }
  const inOrder = [...notices].sort((a, b) => (a.announcedOn < b.announcedOn ? -1 : 1));
  const holidays = [
    ...new Map(inOrder.flatMap((one) => one.holidays.map((named) => [named.name, named]))).values(),
  ];
  const off = new Set(holidays.flatMap(({ from, to }) => daysFrom(from, to)));
  const worked = new Set(holidays.flatMap((one) => one.worked));
  for (const both of [...worked].filter((one) => off.has(one))) {
    report('notices', `${both} is a holiday and worked, expected one of both`);
  }
  return { year, off, worked };
}

function checkHoliday(year: number, { from, to, worked }: Holiday, report: Report): void {
  if (to < from) report('to', `it is before ${from}, the first day, expected that day or later`);
  for (const [key, one] of [['from', from] as const, ['to', to] as const]) checkYear(year, one, key, report);
  for (const [index, one] of worked.entries()) {
    checkYear(year, one, `worked.${index}`, report);
    if (!isWeekend(one))
      report(`worked.${index}`, 'it is no Saturday or Sunday, expected a day of a weekend');
  }
}

/** New Year may reach into the December before. */
function checkYear(year: number, one: CalendarDate, key: string, report: Report): void {
  if (one < `${year - 1}-12-25` || one > `${year}-12-31`) {
    report(key, `it is no day of ${year}'s holidays, expected ${year - 1}-12-25 to ${year}-12-31`);
  }
}
