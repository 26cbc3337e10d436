import type { CalendarDate } from '../../schema/values/calendar-date';

/** What a district is made of. The same options give the same files, to the byte. */
export interface SampleOptions {
  readonly households: number;
  /** From 0 to `maxSeed`. */
  readonly seed: number;
  /** The day for which the registries' data is true; all families applied in the half-year before it. */
  readonly date: CalendarDate;
  /** Whether registries know of each family what was so on its day of application, and nothing of the days after. */
  readonly asOfApplication?: boolean;
}

export const defaultSeed = 1;

/** The first day after the half-year of the report on which the proportions rest. */
export const defaultDate = '2018-07-01' as CalendarDate;

/**
 * The numbers of one year of birth and one sex have to do for every household (see Identities), and there are
 * 163,520 of them in a division.
 */
export const maxHouseholds = 150_000;

export const maxSeed = 2 ** 32 - 1;

/** Years of the date between which ages, schools and numbers of 18 characters hold. */
export const firstDate = '2000-01-01' as CalendarDate;
export const lastDate = '2099-12-31' as CalendarDate;
