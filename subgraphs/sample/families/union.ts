import type { Person } from './person';

/** A couple, or what was one. */
export interface Union {
  readonly husband: Person;
  readonly wife: Person;
  /** How it ended; while it lasts, nothing. */
  readonly end?: 'DIVORCE' | 'DEATH';
  readonly children: readonly Person[];
}
