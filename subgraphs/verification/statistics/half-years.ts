import type { CalendarDate } from '../../../schema/values/calendar-date';

/** A half of a year, its first and last day included. */
export interface HalfYear {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The half-years between two days, in order; null where the days do not bound half-years. */
export function halfYearsOf(from: CalendarDate, to: CalendarDate): readonly HalfYear[] | null {
  const halfYears: HalfYear[] = [];
  let next = from;
  while (next <= to) {
    const halfYear = halfYearFrom(next);
    if (!halfYear) return null;
    halfYears.push(halfYear);
    if (halfYear.to === to) return halfYears;
    next = firstAfter(halfYear);
  }
  return null;
}

function halfYearFrom(from: CalendarDate): HalfYear | null {
  const [year, day] = [from.slice(0, 4), from.slice(4)];
  if (day === '-01-01') return { from, to: `${year}-06-30` as CalendarDate };
  return day === '-07-01' ? { from, to: `${year}-12-31` as CalendarDate } : null;
}

function firstAfter({ to }: HalfYear): CalendarDate {
  const year = Number(to.slice(0, 4));
  return (to.endsWith('-06-30') ? `${year}-07-01` : `${year + 1}-01-01`) as CalendarDate;
}
