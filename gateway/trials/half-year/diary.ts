import type { CalendarDate } from '../../../schema/values/calendar-date';

/** What is to be done on which day. */
export class Diary<Deed extends string, T> {
  readonly #days = new Map<CalendarDate, Map<Deed, T[]>>();

  /** The first day on which anything is to be done; undefined where nothing is any more. */
  get nextDay(): CalendarDate | undefined {
    return [...this.#days.keys()].sort()[0];
  }

  plan(day: CalendarDate, deed: Deed, whom: T): void {
    const page = this.#days.get(day) ?? new Map<Deed, T[]>();
    this.#days.set(day, page);
    page.set(deed, [...(page.get(deed) ?? []), whom]);
  }

  /** Those with whom it is to be done that day, who are crossed out with that. */
  take(day: CalendarDate, deed: Deed): readonly T[] {
    const page = this.#days.get(day);
    const planned = page?.get(deed) ?? [];
    page?.delete(deed);
    if (page?.size === 0) this.#days.delete(day);
    return planned;
  }
}
