import type { AccessEntry } from './access-entry';
import { entryText, fieldListOf, type FieldList } from './entry-text';
import { entryColumns, subjectRows, type EntryColumns, type SubjectRow } from './look-up-rows';

/** An entry ready to be chained: its text and all that is stored beside it. */
export interface PendingEntry {
  readonly body: string;
  readonly fields: FieldList;
  readonly columns: EntryColumns;
  readonly subjects: readonly SubjectRow[];
}

/** A statement of MySQL takes some megabytes; an entry of 200 households takes a tenth of one. */
const maxBodyLength = 4_000_000;

/** Throws for an entry that no ledger can keep, before it can fail a transaction that others wait for. */
export function pendingEntry(entry: AccessEntry): PendingEntry {
  const fields = fieldListOf(entry);
  const body = entryText(entry, fields.digest);
  if (body.length > maxBodyLength) throw new Error('the entry is longer than the ledger takes');
  return { body, fields, columns: entryColumns(entry), subjects: subjectRows(entry) };
}
