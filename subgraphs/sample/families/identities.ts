import type { CalendarDate } from '../../../schema/values/calendar-date';
import { idNumberOf, type IdNumber } from '../../../schema/values/id-number';
import { calendarDate } from '../calendar';
import type { Sex } from '../names/person-name';
import { maxHouseholds } from '../sample-options';

/** 500199 is assigned to no place, so that no number is anybody's. */
const division = '500199';

/** The last day of a leap year is nobody's birthday. */
const days = 365;

/**
 * Sequence numbers 100 to 995 in steps of two, odd ones for men. Those below are for examples written by hand,
 * those above stood for centenarians in numbers of 15 digits.
 */
const sequences = 448;

const places = days * sequences;

/** Has no divisor in common with `places`, so that no two indices below `places` come to the same place. */
const stride = 100_003;

/**
 * Gives the people of one household their numbers, unique in the district although no household knows of any
 * other: of each year of birth and sex a household gets one number, at a place that its index alone decides.
 * So a district has at most `maxHouseholds` households, and nobody in a household shares year and sex.
 */
export class Identities {
  readonly #index: number;
  readonly #seed: number;
  readonly #given = new Set<string>();

  constructor(index: number, seed: number) {
    if (index >= maxHouseholds) throw new RangeError('there are no more numbers in the division');
    this.#index = index;
    this.#seed = seed;
  }

  /** A number of that sex and year of birth, or of the nearest earlier year that is still free. */
  born(sex: Sex, year: number): { readonly idNumber: IdNumber; readonly birthDate: CalendarDate } {
    const group = `${sex} ${year}`;
    if (this.#given.has(group)) return this.born(sex, year - 1);
    this.#given.add(group);
    const place = (this.#index * stride + this.#seed + year * 7919 + (sex === 'MALE' ? 31 : 0)) % places;
    const birthDate = calendarDate(year, 1, 1 + (place % days));
    const sequence = 100 + 2 * Math.floor(place / days) + (sex === 'MALE' ? 1 : 0);
    return { idNumber: idNumberOf(`${division}${birthDate.replaceAll('-', '')}${sequence}`), birthDate };
  }
}
