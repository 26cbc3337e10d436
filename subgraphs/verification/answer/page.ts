import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Row } from '../../runtime/database/open-database';
import type { Condition } from '../store/conditions';
import type { Run } from '../store/read-verification';

export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
}

/** A search whose rows stand in the order of a column and, where that is equal, of `id`. */
export interface Search {
  /** `SELECT id, COLUMN, … FROM TABLE`, without a condition. */
  readonly select: string;
  readonly conditions: readonly Condition[];
  readonly orderedBy: string;
  readonly direction: 'ASC' | 'DESC';
}

export interface Page<T> {
  readonly edges: readonly { readonly node: T; readonly cursor: string }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const [maxPage, defaultPage] = [100, 20];

/**
 * One page of a search, its rows made into what they stand for; rows that stand for nothing any more are left out. Throws
 * INVALID_PAGE_SIZE and INVALID_CURSOR.
 */
export async function page<T>(
  run: Run,
  { select, conditions, orderedBy, direction }: Search,
  { first, after }: PageArguments,
  nodesOf: (rows: readonly Row[]) => Promise<ReadonlyMap<string, T>>,
): Promise<Page<T>> {
  const size = first ?? defaultPage;
  if (size < 1 || size > maxPage) throw catalogueError('INVALID_PAGE_SIZE');
  const beyond = direction === 'ASC' ? '>' : '<';
  const all = [...conditions, ...(typeof after === 'string' ? [afterCursor(after, orderedBy, beyond)] : [])];
  const where = all.length > 0 ? `WHERE ${all.map(({ sql }) => sql).join(' AND ')}` : '';
  const found = await run(
    `${select} ${where} ORDER BY ${orderedBy} ${direction}, id ${direction} LIMIT ${size + 1}`,
    all.flatMap(({ values }) => values),
  );
  const rows = found.slice(0, size);
  const nodes = await nodesOf(rows);
  const cursorOf = (row: Row) =>
    Buffer.from(JSON.stringify([row[orderedBy], row['id']])).toString('base64url');
  const last = rows.at(-1);
  return {
    edges: rows.flatMap((row) => {
      const node = nodes.get(String(row['id']));
      return node ? [{ node, cursor: cursorOf(row) }] : [];
    }),
    pageInfo: { hasNextPage: found.length > size, endCursor: last ? cursorOf(last) : null },
  };
}

function afterCursor(cursor: string, orderedBy: string, beyond: '<' | '>'): Condition {
  const [at, id] = readCursor(cursor);
  return {
    sql: `(${orderedBy} ${beyond} ? OR (${orderedBy} = ? AND id ${beyond} ?))`,
    values: [at, at, id],
  };
}

function readCursor(cursor: string): readonly [string | number, string] {
  try {
    const [at, id, ...more] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    const isPlace = typeof at === 'string' || typeof at === 'number';
    if (isPlace && typeof id === 'string' && more.length === 0) return [at, id];
  } catch {
    // Told below, like any other text that is no cursor.
  }
  throw catalogueError('INVALID_CURSOR');
}
