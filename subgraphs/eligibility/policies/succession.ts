import type { CalendarDate } from '../../../schema/values/calendar-date';

/** Something in force from a day on, to the last day that is stated; null where none is. */
interface Dated {
  readonly effectiveFrom: CalendarDate;
  readonly effectiveTo: CalendarDate | null;
}

type Report<E> = (entry: E, key: keyof Dated, problem: string) => void;

/**
 * Entries of one kind by their first days, each in force to the day before the next starts. Reports two that start on
 * one day, and a last day that was stated and leaves a gap before the next or overlaps it.
 */
export function inSuccession<E extends Dated>(entries: readonly E[], report: Report<E>): readonly E[] {
  const sorted = [...entries].sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return sorted.map((entry, index) => {
    const next = sorted[index + 1];
    checkLastDay(entry, next, report);
    return next ? { ...entry, effectiveTo: dayBefore(next.effectiveFrom) } : entry;
  });
}

function checkLastDay<E extends Dated>(entry: E, next: E | undefined, report: Report<E>): void {
  const { effectiveFrom, effectiveTo } = entry;
  if (effectiveTo !== null && effectiveTo < effectiveFrom) {
    report(entry, 'effectiveTo', `it is before ${effectiveFrom}, the first day, expected that day or later`);
  } else if (next?.effectiveFrom === effectiveFrom) {
    report(next, 'effectiveFrom', `another starts on ${effectiveFrom} too, expected a day of its own`);
  } else if (next && effectiveTo !== null && effectiveTo !== dayBefore(next.effectiveFrom)) {
    const wrong = effectiveTo < next.effectiveFrom ? 'it leaves a gap before' : 'it overlaps';
    const { effectiveFrom: start } = next;
    report(entry, 'effectiveTo', `${wrong} what starts on ${start}, expected ${dayBefore(start)} or nothing`);
  }
}

export function dayBefore(date: CalendarDate): CalendarDate {
  return new Date(Date.parse(date) - 24 * 60 * 60 * 1000).toISOString().slice(0, 10) as CalendarDate;
}

/** The entry in force on a day: the last that started, unless it has ended. `sorted` is by their first days. */
export function entryOn<E extends Dated>(sorted: readonly E[], on: CalendarDate): E | null {
  const started = sorted.findLast(({ effectiveFrom }) => effectiveFrom <= on);
  if (!started) return null;
  return started.effectiveTo === null || on <= started.effectiveTo ? started : null;
}
