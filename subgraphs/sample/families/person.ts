import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { IdNumber } from '../../../schema/values/id-number';
import type { Sex } from '../names/person-name';
import type { Registration } from '../places/registration';
import type { Trap } from '../traps/trap-table';

/**
 * How a person has to do with a household: a member, an obligor elsewhere, or an outsider, who stands in no
 * application and is a former, late or unlisted spouse or the next owner of a home.
 */
export type Place = 'MEMBER' | 'OBLIGOR' | 'OUTSIDER';

export type Basis =
  | 'APPLICANT'
  | 'SPOUSE'
  | 'MINOR_CHILD'
  | 'DEPENDENT_ADULT_CHILD'
  | 'DEPENDENT_STUDENT'
  | 'CO_RESIDENT_OBLIGOR'
  | 'LEGAL_OBLIGOR';

export interface Disability {
  /** From 1, the gravest, to 4. */
  readonly grade: number;
  readonly kind: 'VISUAL' | 'HEARING' | 'SPEECH' | 'PHYSICAL' | 'INTELLECTUAL' | 'MENTAL' | 'MULTIPLE';
}

/** Somebody of a family. What has no `readonly` becomes known while the household is put together. */
export interface Person {
  /** Their number in the household, from 1. */
  readonly ordinal: number;
  readonly place: Place;
  /** GB/T 4761, to the applicant. */
  readonly relation: string;
  /** Outsiders have none. */
  readonly basis: Basis | undefined;
  readonly sex: Sex;
  readonly surname: string;
  readonly name: string;
  readonly idNumber: IdNumber;
  readonly birthDate: CalendarDate;
  /** In completed years, on the day of application. */
  readonly age: number;
  /** GB/T 4761, to the head of the household book. */
  relationToHead: string;
  registration: Registration;
  trap?: Trap;
  formerName?: string;
  diedOn?: CalendarDate;
  disability?: Disability;
}
