import type { CalendarDate } from '../../../schema/values/calendar-date';

/** What is to be done on which day. */
export class Diary<Deed extends string, T> {
  readonly #pages = new Map<string, T[]>();
  readonly #days = new Set<CalendarDate>();

  /** The last day for which anything was ever written down; undefined before the first. */
  get lastDay(): CalendarDate | undefined {
    return [...this.#days].sort().at(-1);
  }

  plan(day: CalendarDate, deed: Deed, whom: T): void {
    const page = `${day} ${deed}`;
    this.#days.add(day);
    this.#pages.set(page, [...(this.#pages.get(page) ?? []), whom]);
  }

  /** Those with whom it is to be done that day, who are crossed out with that. */
  take(day: CalendarDate, deed: Deed): readonly T[] {
    const page = `${day} ${deed}`;
    const planned = this.#pages.get(page) ?? [];
    this.#pages.delete(page);
    return planned;
  }
}
