import type { CalendarDate } from '../../../schema/values/calendar-date';
import { parseInstant } from '../../../schema/values/instant';

/** A clock that goes on as it is told, and never back: deadlines, leases and the ledger's order rest on it. */
export class MovedClock {
  #now: Date;

  constructor(day: CalendarDate, time: string) {
    this.#now = instantOf(day, time);
  }

  readonly now = (): Date => this.#now;

  /** Sets it to a time of a day in China, such as 09:00. */
  set(day: CalendarDate, time: string): void {
    this.#to(instantOf(day, time));
  }

  advance(minutes: number): void {
    this.#to(new Date(this.#now.getTime() + minutes * 60_000));
  }

  #to(instant: Date): void {
    if (instant < this.#now) throw new RangeError('a clock does not go back');
    this.#now = instant;
  }
}

function instantOf(day: CalendarDate, time: string): Date {
  return parseInstant(`${day}T${time}:00+08:00`);
}
