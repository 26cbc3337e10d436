import type { Row } from '../../../subgraphs/runtime/database/connect-database';
import { linkHash } from '../chain-hash';
import { readEntryText, type ReadEntry } from '../entry-text';
import { entryColumns, subjectRows } from '../look-up-rows';

/** What an entry is held against. */
export interface EntrySurroundings {
  /** The hash of the record before it; null where that one is missing. */
  readonly previous: string | null;
  /** The rows by which it is found, as the database has them joined. */
  readonly subjects: string | undefined;
  /** Told that the entry needs a field list; whether it is there. */
  readonly hasFieldList: (digest: string) => boolean;
}

/** All that is wrong with an entry at its place. */
export function checkEntry(row: Row, { previous, subjects, hasFieldList }: EntrySurroundings): string[] {
  const body = String(row['body']);
  const isLinked = previous === null || linkHash(previous, body) === row['hash'];
  const problems = isLinked ? [] : ['its hash is not that of its text and of the entry before it'];
  const read = readOrNull(body);
  if (read === null) return [...problems, 'its text is no entry'];
  return [...problems, ...columnProblems(row, read), ...besideProblems(read, subjects, hasFieldList)];
}

function readOrNull(body: string): (ReadEntry & ReturnType<typeof derived>) | null {
  try {
    const read = readEntryText(body);
    return { ...read, ...derived(read) };
  } catch {
    return null;
  }
}

function derived({ entry }: ReadEntry) {
  return { columns: entryColumns(entry), subjects: subjectRows(entry) };
}

function columnProblems(row: Row, { columns }: ReturnType<typeof derived>): string[] {
  return Object.entries(columns).flatMap(([name, value]) =>
    row[name] === value ? [] : [`its column ${name} is not what its text says`],
  );
}

function besideProblems(
  { columns, subjects, fieldsDigest }: ReadEntry & ReturnType<typeof derived>,
  joined: string | undefined,
  hasFieldList: EntrySurroundings['hasFieldList'],
): string[] {
  const rows = subjects.map(
    ({ kind, value, division }) => `${kind}\u001f${value}\u001f${division}\u001f${columns.at}`,
  );
  return [
    ...(isSame(rows, joined)
      ? []
      : ['the rows by which it is found (ledger_subjects) are not what its text says']),
    ...(hasFieldList(fieldsDigest) ? [] : [`its field list ${fieldsDigest} is missing`]),
  ];
}

function isSame(rows: string[], joined: string | undefined): boolean {
  if (rows.length === 0) return joined === undefined;
  const [count, text = ''] = joined?.split('\u001d') ?? [];
  const expected = rows.sort().join('\u001e');
  // Databases join the rows in the order of their key, but promise no order.
  return (
    count === String(rows.length) &&
    (expected === text || expected === text.split('\u001e').sort().join('\u001e'))
  );
}
