import type { DatabaseSettings } from '../database/database-settings';
import type { Session } from '../database/open-database';
import { mysqlCollation, sqlTypes } from '../database/portable-table';
import type { Registry } from '../registry/registry';

/**
 * The tables in which a file is checked. They are temporary: their connection alone sees them, and they end
 * with it. Two imports on one connection would fail on the names, and not mix.
 */
export const stagingTables = { rows: 'import_rows', problems: 'import_problems' } as const;

const sqliteSettings = [
  // The libsql build keeps temporary tables in memory where it is not told otherwise.
  'PRAGMA temp_store = FILE',
  // In KiB. An index of a million rows is built with the two megabytes of the default in thrice the time.
  'PRAGMA cache_size = -65536',
];

type Dialect = DatabaseSettings['dialect'];

/** Lends the empty tables to `work`. */
export async function withStagingTables<T>(
  session: Session,
  dialect: Dialect,
  registry: Registry,
  work: () => Promise<T>,
): Promise<T> {
  for (const statement of creation(dialect, registry)) await session.run(statement);
  try {
    return await work();
  } finally {
    const drop = dialect === 'mysql' ? 'DROP TEMPORARY TABLE IF EXISTS ' : 'DROP TABLE IF EXISTS temp.';
    for (const table of Object.values(stagingTables)) await session.run(drop + table);
  }
}

function creation(dialect: Dialect, registry: Registry): string[] {
  const { rows, problems } = stagingTables;
  // Compared with the columns of tables, the text has to compare as theirs does.
  const collation = dialect === 'mysql' ? ` COLLATE ${mysqlCollation}` : '';
  const columns = registry.stored.map(({ name, type, length }) =>
    type === 'text' ? `${name} varchar(${length ?? 255})${collation}` : `${name} ${sqlTypes[type]}`,
  );
  return [
    ...(dialect === 'sqlite' ? sqliteSettings : []),
    `CREATE TEMPORARY TABLE ${rows} (line INTEGER PRIMARY KEY, ${columns.join(', ')})`,
    `CREATE TEMPORARY TABLE ${problems} (line INTEGER, position INTEGER, name TEXT${collation}, ` +
      `what TEXT${collation}, expected TEXT${collation})`,
    `CREATE INDEX import_problem_lines ON ${problems} (line)`,
  ];
}
