import { catalogueError } from '../../schema/wire/catalogue-error';
import type { Database, Row } from '../../subgraphs/runtime/database/connect-database';
import { cursorOf, placeOf, type Place } from './cursor';
import { readEntryText } from './entry-text';
import type { AccessPage, AccessSearch, RecordedAccess } from './ledger';
import { divisionLevels, indexed, type SubjectRow } from './look-up-rows';
import { about, columnConditions, inside, within } from './search-condition';
import { shownWithin } from './shown-within';

type Subject = Pick<SubjectRow, 'kind' | 'value'>;

/** One way into the ledger, in the order of time: by somebody, or by the entries themselves. */
interface Way {
  readonly by: Subject | null;
  /** What else the entry has to be about. */
  readonly also: readonly Subject[];
}

/** A reader of more divisions than this goes through the entries by time: most of them will be in one. */
const maxWays = 24;

/** A page of the ledger, newest entry first, as `Ledger.read` promises it. */
export async function readAccesses(database: Database, search: AccessSearch): Promise<AccessPage> {
  const divisions = search.divisions && widest(search.divisions);
  const after = await placeAfter(database, search.after, divisions);
  if (divisions?.length === 0) return { accesses: [], hasNextPage: false };
  const found = new Map<string, Row>();
  for (const way of waysTo(search, divisions)) {
    for (const row of await rowsBy(database, way, { search, after, divisions })) found.set(idOf(row), row);
  }
  const rows = [...found.values()].sort(newestFirst);
  const page = rows.slice(0, search.first);
  return { accesses: await recorded(database, page, divisions), hasNextPage: rows.length > page.length };
}

/** The place of an entry that the reader may see: whether there is another one, no cursor may tell. */
async function placeAfter(
  database: Database,
  cursor: string | null | undefined,
  divisions: readonly string[] | undefined,
): Promise<Place | null> {
  if (cursor === null || cursor === undefined) return null;
  const place = placeOf(cursor);
  if (divisions?.length === 0) throw catalogueError('INVALID_CURSOR');
  const { chain, seq, at } = place;
  const limits = divisions ? within(divisions) : [];
  const rows = await database.select(
    `SELECT 1 AS found FROM ledger_entries e
     WHERE e.chain = ? AND e.seq = ? AND e.at = ? ${limits.map(({ sql }) => `AND ${sql}`).join(' ')}`,
    [chain, seq, at, ...limits.flatMap(({ values }) => values)],
  );
  if (rows.length === 0) throw catalogueError('INVALID_CURSOR');
  return place;
}

/** The divisions that lie in no other one of the list. */
function widest(divisions: readonly string[]): string[] {
  const codes = [...new Set(divisions)].filter((code) => /^\d+$/.test(code));
  return codes.filter((code) => !codes.some((wider) => wider !== code && code.startsWith(wider)));
}

function waysTo(
  { filter: { householdId, personId } }: AccessSearch,
  divisions: readonly string[] | undefined,
): Way[] {
  const subjects: Subject[] = [
    ...(householdId ? [{ kind: 'H', value: indexed(householdId) } as const] : []),
    ...(personId ? [{ kind: 'P', value: indexed(personId) } as const] : []),
  ];
  const [by, ...also] = subjects;
  if (by) return [{ by, also }];
  const isIndexed =
    divisions !== undefined &&
    divisions.length <= maxWays &&
    divisions.every(({ length }) => divisionLevels.includes(length));
  if (!isIndexed) return [{ by: null, also: [] }];
  return divisions.map((value) => ({ by: { kind: 'D', value }, also: [] }));
}

interface Limits {
  readonly search: AccessSearch;
  readonly after: Place | null;
  readonly divisions: readonly string[] | undefined;
}

/** The newest entries of a way, one more than the page takes. */
function rowsBy(database: Database, { by, also }: Way, { search, after, divisions }: Limits): Promise<Row[]> {
  const first = by ? 's' : 'e';
  // The order of the join is given: by the index that is in the order of time, to each entry by its key.
  const join = database.dialect === 'mysql' ? 'STRAIGHT_JOIN' : 'CROSS JOIN';
  const from = by
    ? `ledger_subjects s ${join} ledger_entries e ON e.chain = s.chain AND e.seq = s.seq`
    : 'ledger_entries e';
  const conditions = [
    ...(by ? [{ sql: 's.kind = ? AND s.value = ?', values: [by.kind, by.value] }] : []),
    ...columnConditions(search.filter, after, first),
    ...also.map(about),
    // Found by a number that is not shown, an entry would tell of it.
    ...(divisions && by?.kind === 'H' ? [inside(divisions, 's')] : []),
    ...(divisions ? within(divisions) : []),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => `(${sql})`).join(' AND ')}` : '';
  return database.select(
    `SELECT e.chain, e.seq, e.at, e.body FROM ${from} ${where}
     ORDER BY ${first}.at DESC, ${first}.chain DESC, ${first}.seq DESC LIMIT ${search.first + 1}`,
    conditions.flatMap(({ values }) => values),
  );
}

async function recorded(
  database: Database,
  rows: readonly Row[],
  divisions: readonly string[] | undefined,
): Promise<RecordedAccess[]> {
  const read = rows.map((row) => ({ row, ...readEntryText(String(row['body'])) }));
  const lists = await fieldLists(database, [...new Set(read.map(({ fieldsDigest }) => fieldsDigest))]);
  return read.map(({ row, entry, fieldsDigest }) => {
    const fields = lists.get(fieldsDigest);
    if (!fields) throw new Error('The ledger lacks the field list of an entry: npm run ledger -- verify');
    const whole = { ...entry, fields };
    const shown = divisions ? shownWithin(whole, divisions) : whole;
    return { id: idOf(row), cursor: cursorOf(placeIn(row)), entry: shown };
  });
}

async function fieldLists(
  database: Database,
  digests: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (digests.length === 0) return new Map();
  const rows = await database.select(
    `SELECT digest, fields FROM ledger_field_lists WHERE digest IN (${digests.map(() => '?').join(', ')})`,
    digests,
  );
  return new Map(
    rows.map(
      ({ digest, fields }) => [String(digest), JSON.parse(String(fields)) as readonly string[]] as const,
    ),
  );
}

function placeIn(row: Row): Place {
  return { at: Number(row['at']), chain: String(row['chain']), seq: Number(row['seq']) };
}

function idOf(row: Row): string {
  const { chain, seq } = placeIn(row);
  return `${chain}-${seq}`;
}

function newestFirst(one: Row, other: Row): number {
  const [a, b] = [placeIn(one), placeIn(other)];
  return b.at - a.at || (a.chain < b.chain ? 1 : a.chain > b.chain ? -1 : b.seq - a.seq);
}
