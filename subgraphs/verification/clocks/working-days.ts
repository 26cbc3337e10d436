import type { CalendarDate } from '../../../schema/values/calendar-date';
import { daysAfter, daysFrom, isWeekend } from './calendar-days';

/** What the State Council's notices (国务院办公厅关于部分节假日安排的通知) say of the days of one year's holidays. */
export interface YearOfHolidays {
  readonly year: number;
  /** Days on which nobody works, weekends among them where a notice names them. */
  readonly off: ReadonlySet<CalendarDate>;
  /** Days of a weekend that are worked instead (调休). */
  readonly worked: ReadonlySet<CalendarDate>;
}

/**
 * The working days of China. Of a year without a notice only weekends are known to be free: such days are counted so,
 * and `isCertain` tells that it is assumed.
 */
export class WorkingDays {
  readonly #off: ReadonlySet<CalendarDate>;
  readonly #worked: ReadonlySet<CalendarDate>;
  readonly #years: ReadonlySet<number>;

  constructor(years: readonly YearOfHolidays[]) {
    this.#off = new Set(years.flatMap(({ off }) => [...off]));
    this.#worked = new Set(years.flatMap(({ worked }) => [...worked]));
    this.#years = new Set(years.map(({ year }) => year));
  }

  isWorkingDay(day: CalendarDate): boolean {
    if (this.#worked.has(day)) return true;
    return !this.#off.has(day) && !isWeekend(day);
  }

  /** Whether notices settle the day: those of its year, and of the next from 25 December on, which New Year may reach. */
  isCertain(day: CalendarDate): boolean {
    const year = Number(day.slice(0, 4));
    return this.#years.has(year) && (day.slice(5) < '12-25' || this.#years.has(year + 1));
  }

  /** Whether notices settle all days from the first to the last, both included. */
  areCertain(first: CalendarDate, last: CalendarDate): boolean {
    return daysFrom(first, last).every((day) => this.isCertain(day));
  }

  /**
   * The `count`th working day after a day, which is not counted itself (民法典, Art. 201); before it where `count` is
   * negative.
   * @throws RangeError where `count` is 0 or no whole number.
   */
  addWorkingDays(day: CalendarDate, count: number): CalendarDate {
    if (!Number.isInteger(count) || count === 0) {
      throw new RangeError('working days are counted in whole numbers other than 0');
    }
    const direction = Math.sign(count);
    let [reached, left] = [day, Math.abs(count)];
    while (left > 0) {
      reached = daysAfter(reached, direction);
      if (this.isWorkingDay(reached)) left -= 1;
    }
    return reached;
  }

  /** How many working days there are after a day, to another and with it; negative where that is earlier. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate): number {
    if (to < from) return -this.#count(to, daysAfter(from, -1));
    return this.#count(daysAfter(from, 1), to);
  }

  /** The day itself where it is worked, else the next that is: there a time ends that would end on a day off (民法典, Art. 203). */
  onOrAfter(day: CalendarDate): CalendarDate {
    return this.isWorkingDay(day) ? day : this.addWorkingDays(day, 1);
  }

  #count(first: CalendarDate, last: CalendarDate): number {
    return daysFrom(first, last).filter((day) => this.isWorkingDay(day)).length;
  }
}
