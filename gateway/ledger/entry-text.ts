import type { AccessEntry } from './access-entry';
import { digestOf } from './chain-hash';

/** The fields of an operation as they stand once for all entries that read the same. */
export interface FieldList {
  /** SHA-256 of the text. */
  readonly digest: string;
  readonly text: string;
}

export function fieldListOf({ fields }: Pick<AccessEntry, 'fields'>): FieldList {
  const text = JSON.stringify(fields);
  return { digest: digestOf(text), text };
}

/** An entry as its text has it: by the name of its field list, and without the keys that would stand a million times. */
interface WrittenEntry extends Omit<AccessEntry, 'households' | 'fields' | 'registries'> {
  readonly households: readonly (readonly [id: string, division: string | null])[];
  readonly fields: string;
  /** Indices of households by registry and status. */
  readonly registries: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** The text of an entry, over which its hash goes. */
export function entryText(entry: AccessEntry, fieldsDigest: string): string {
  const written: WrittenEntry = {
    at: entry.at,
    subject: entry.subject,
    role: entry.role,
    divisions: entry.divisions,
    purpose: entry.purpose,
    reason: entry.reason,
    correlationId: entry.correlationId,
    operation: entry.operation,
    document: entry.document,
    households: entry.households.map(({ id, division }) => [id, division] as const),
    persons: entry.persons,
    fields: fieldsDigest,
    registries: Object.fromEntries(
      entry.registries.map(({ name, statuses }) => [
        name,
        Object.fromEntries(statuses.map(({ status, households }) => [status, households])),
      ]),
    ),
    outcome: entry.outcome,
    codes: entry.codes,
  };
  return JSON.stringify(written);
}

/** An entry without its fields, and the digest of the list that has them. */
export interface ReadEntry {
  readonly entry: Omit<AccessEntry, 'fields'>;
  readonly fieldsDigest: string;
}

/** Reads the text of an entry. Throws where it is none; that it was not changed is for its hash to say. */
export function readEntryText(text: string): ReadEntry {
  const { households, registries, fields, ...entry } = JSON.parse(text) as WrittenEntry;
  return {
    fieldsDigest: fields,
    entry: {
      ...entry,
      households: households.map(([id, division]) => ({ id, division })),
      registries: Object.entries(registries).map(([name, statuses]) => ({
        name,
        statuses: Object.entries(statuses).map(([status, indices]) => ({ status, households: indices })),
      })),
    },
  };
}
