import type Libsql from 'libsql';
import { LRUCache } from 'lru-cache';
import { DeadlineExceeded } from '../../../schema/wire/within';
import type { Row, SqlValue } from '../registry/stored-column';
import type { Select } from './select';

/** How many statements stay prepared; a department sends the same few. */
const keptStatements = 500;

type Read = (values: readonly SqlValue[]) => Row[];

/**
 * Reads on the one connection that TypeORM has to the file, with statements that stay prepared and without what TypeORM
 * does for each. A statement holds the process until it ends: one that is late before it begins is not begun, and no
 * other can be ended.
 */
export function selectFromSqlite(connection: Libsql.Database, onStatement?: (sql: string) => void): Select {
  const reads = new LRUCache<string, Read>({ max: keptStatements });
  const readOf = (sql: string): Read => {
    const known = reads.get(sql);
    if (known) return known;
    const read = prepared(connection, sql);
    reads.set(sql, read);
    return read;
  };
  return async (sql, values = [], deadline = Infinity) => {
    if (Date.now() >= deadline) throw new DeadlineExceeded();
    onStatement?.(sql);
    return readOf(sql)(values);
  };
}

/**
 * Where a statement names its columns itself, their names are read once, and rows come as lists, which is quicker. Where
 * it may not, each row tells them: another process may alter a table meanwhile. One that only writes tells no rows.
 */
function prepared(connection: Libsql.Database, sql: string): Read {
  const statement = connection.prepare(sql);
  if (!statement.reader) {
    return (values) => {
      statement.run(values);
      return [];
    };
  }
  if (sql.includes('*')) return (values) => statement.all(values) as Row[];
  const names = statement.columns().map(({ name }) => name);
  statement.raw(true);
  return (values) => (statement.all(values) as SqlValue[][]).map((cells) => rowOf(names, cells));
}

function rowOf(names: readonly string[], cells: readonly SqlValue[]): Row {
  const row: Record<string, SqlValue> = {};
  for (let place = 0; place < names.length; place += 1) row[names[place] ?? ''] = cells[place] ?? null;
  return row;
}
