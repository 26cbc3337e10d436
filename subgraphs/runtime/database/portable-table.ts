import { Table, TableColumn, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';
import type { StoredColumn, StoredType } from '../registry/stored-column';

/** The type of a stored column on both databases; amounts are integers of fen. */
export const sqlTypes = {
  text: 'varchar',
  document: 'text',
  date: 'date',
  fen: 'bigint',
  flag: 'tinyint',
  integer: 'bigint',
  decimal: 'double',
} as const satisfies Record<StoredType, string>;

/**
 * The collation of every text column on MySQL. The defaults there ignore case and accents, so that two
 * record ids, or two names, could be taken for one.
 */
export const mysqlCollation = 'utf8mb4_bin';

export function isMysql(queryRunner: QueryRunner): boolean {
  return queryRunner.connection.options.type === 'mysql';
}

/** Names an index after what it indexes, so that migrations and entities agree on it. */
export function indexName(table: string, columns: readonly string[]): string {
  return `ix_${table}_${columns.join('_')}`.slice(0, 60);
}

/**
 * Makes a table that means the same on SQLite and on MySQL. For migrations: it never looks at a registry. A table
 * that is there stays: MySQL keeps the tables of a migration that was cut off, which then runs again.
 */
export async function createPortableTable(
  queryRunner: QueryRunner,
  name: string,
  columns: readonly StoredColumn[],
  {
    key,
    indices = [],
  }: { readonly key: readonly string[]; readonly indices?: readonly (readonly string[])[] },
): Promise<void> {
  const table = new Table({
    name,
    columns: columns.map((column) => new TableColumn(portableColumn(column, key, isMysql(queryRunner)))),
    indices: indices.map(
      (index) => new TableIndex({ name: indexName(name, index), columnNames: [...index] }),
    ),
  });
  await queryRunner.createTable(table, true);
}

function portableColumn(column: StoredColumn, key: readonly string[], mysql: boolean): TableColumnOptions {
  return {
    name: column.name,
    // What MySQL calls text ends after 64 KiB.
    type: mysql && column.type === 'document' ? 'longtext' : sqlTypes[column.type],
    isNullable: column.nullable,
    isPrimary: key.includes(column.name),
    ...(column.length === undefined ? {} : { length: String(column.length) }),
    ...(mysql && (column.type === 'text' || column.type === 'document') ? { collation: mysqlCollation } : {}),
  };
}

/** The vocabulary of migrations. `text('name', 60)`; a trailing `?` in the name allows null. */
export const text = (name: string, length: number) => stored(name, 'text', length);
export const document = (name: string) => stored(name, 'document');
export const date = (name: string) => stored(name, 'date');
export const fen = (name: string) => stored(name, 'fen');
export const flag = (name: string) => stored(name, 'flag');
export const integer = (name: string) => stored(name, 'integer');
export const decimal = (name: string) => stored(name, 'decimal');

function stored(name: string, type: StoredType, length?: number): StoredColumn {
  return {
    name: name.replace(/\?$/, ''),
    type,
    nullable: name.endsWith('?'),
    ...(length === undefined ? {} : { length }),
  };
}
