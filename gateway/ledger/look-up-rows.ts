import type { AccessEntry } from './access-entry';
import { digestOf } from './chain-hash';

/** What an entry's own row has beside its text, to be looked for. */
export interface EntryColumns {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly subject: string;
  readonly role: string;
  readonly purpose: string | null;
}

/** Whom or what an entry is found by: a household (H), a person (P), a division that a household lies in (D). */
export interface SubjectRow {
  readonly kind: 'H' | 'P' | 'D';
  readonly value: string;
  /** Of a household; '' for all else, and where it is not known. */
  readonly division: string;
}

/** How long a value may be that stands as it is in an index, which MySQL limits. */
export const maxIndexed = 120;

/** The lengths of the codes of counties, townships and communities: what limits of readers mostly name. */
export const divisionLevels: readonly number[] = [6, 9, 12];

/**
 * A text as indices have it: itself, or its digest where a database could take it for another or refuse it, as with
 * white space at its end, control characters (by which the verification sets rows apart) and half characters. So no
 * entry is ever refused for what somebody sent, nor any two of its rows taken for one.
 */
export function indexed(text: string): string {
  const plain = text.length <= maxIndexed && !/[\p{Cc}\p{Cs}]|\s$/u.test(text);
  return plain ? text : `sha256:${digestOf(JSON.stringify(text))}`;
}

export function entryColumns({ at, subject, role, purpose }: Omit<AccessEntry, 'fields'>): EntryColumns {
  const instant = Date.parse(at);
  if (!Number.isSafeInteger(instant)) throw new Error('the entry has no instant');
  return {
    at: instant,
    subject: indexed(subject),
    role: indexed(role),
    purpose: purpose === null ? null : indexed(purpose),
  };
}

/** The rows by which an entry is found, each once. */
export function subjectRows({
  households,
  persons,
}: Pick<AccessEntry, 'households' | 'persons'>): SubjectRow[] {
  const byHousehold = new Map<string, string>();
  for (const { id, division } of households) {
    const value = indexed(id);
    const known = division === null ? '' : indexed(division);
    // A division that is known stands, whatever else a client asked for by the same number.
    if (known !== '' || !byHousehold.has(value)) byHousehold.set(value, known);
  }
  const codes = new Set<string>();
  for (const division of byHousehold.values()) {
    for (const length of divisionLevels) {
      if (division.length >= length) codes.add(division.slice(0, length));
    }
  }
  return [
    ...[...byHousehold].map(([value, division]) => ({ kind: 'H', value, division }) as const),
    ...[...new Set(persons.map(indexed))].map((value) => ({ kind: 'P', value, division: '' }) as const),
    ...[...codes].map((value) => ({ kind: 'D', value, division: '' }) as const),
  ];
}
