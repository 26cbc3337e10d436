import type { MigrationInterface, QueryRunner } from 'typeorm';
import { isMysql } from '../../../subgraphs/runtime/database/portable-table';

interface LedgerTable {
  readonly name: string;
  /** By column: how many characters fit, 'text' for any number, 'integer'; `?` in the name allows null. */
  readonly columns: Readonly<Record<string, number | 'text' | 'integer'>>;
  readonly key: readonly string[];
  readonly indices?: readonly (readonly string[])[];
}

const order = ['at', 'chain', 'seq'];

const tables: readonly LedgerTable[] = [
  {
    name: 'ledger_chains',
    columns: { chain: 16, started: 'integer', body: 'text', hash: 64 },
    key: ['chain'],
  },
  {
    name: 'ledger_entries',
    columns: {
      chain: 16,
      seq: 'integer',
      at: 'integer',
      subject: 120,
      role: 120,
      'purpose?': 120,
      body: 'text',
      hash: 64,
    },
    key: ['chain', 'seq'],
    indices: [order, ['subject', ...order], ['role', ...order], ['purpose', ...order]],
  },
  {
    name: 'ledger_subjects',
    columns: { chain: 16, seq: 'integer', kind: 1, value: 120, division: 120, at: 'integer' },
    key: ['chain', 'seq', 'kind', 'value'],
    indices: [['kind', 'value', ...order]],
  },
  { name: 'ledger_field_lists', columns: { digest: 64, fields: 'text' }, key: ['digest'] },
  { name: 'ledger_heads', columns: { chain: 16, seq: 'integer', head: 'text' }, key: ['chain', 'seq'] },
  // One row a chain: what each transaction signs of its end.
  { name: 'ledger_tips', columns: { chain: 16, seq: 'integer', head: 'text' }, key: ['chain'] },
  // Written to see whether writing works; says nothing of any access.
  { name: 'ledger_probes', columns: { chain: 16, at: 'integer' }, key: ['chain'] },
];

/** All tables of the access ledger. */
export class CreateLedger1764200000000 implements MigrationInterface {
  readonly name = 'CreateLedger1764200000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of tables) {
      for (const sql of isMysql(queryRunner) ? [mysqlTable(table)] : sqliteTable(table)) {
        await queryRunner.query(sql);
      }
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const { name } of [...tables].reverse()) await queryRunner.dropTable(name);
  }
}

function columnsOf({ columns }: LedgerTable, typeOf: (form: number | 'text' | 'integer') => string): string {
  return Object.entries(columns)
    .map(
      ([name, form]) =>
        `${name.replace('?', '')} ${typeOf(form)} ${name.endsWith('?') ? 'NULL' : 'NOT NULL'}`,
    )
    .join(', ');
}

const indexName = (table: string, columns: readonly string[]) => `ix_${table}_${columns[0]}`;

/** The indices stand inside: a migration that was cut off and runs again makes a table with all of them or not at all. */
function mysqlTable(table: LedgerTable): string {
  const columns = columnsOf(table, (form) =>
    typeof form === 'number' ? `varchar(${form})` : form === 'text' ? 'longtext' : 'bigint',
  );
  const indices = (table.indices ?? []).map(
    (index) => `, INDEX ${indexName(table.name, index)} (${index.join(', ')})`,
  );
  return (
    `CREATE TABLE IF NOT EXISTS ${table.name} (${columns}, PRIMARY KEY (${table.key.join(', ')})${indices.join('')}) ` +
    'ENGINE InnoDB CHARACTER SET utf8mb4 COLLATE utf8mb4_bin'
  );
}

/** STRICT keeps a column to its type, as MySQL does: no text can stand where a number is read. */
function sqliteTable(table: LedgerTable): string[] {
  const columns = columnsOf(table, (form) => (form === 'integer' ? 'INTEGER' : 'TEXT'));
  // Rows of short columns lie in their key's own tree; long texts would swell it.
  const layout = Object.values(table.columns).includes('text') ? 'STRICT' : 'STRICT, WITHOUT ROWID';
  return [
    `CREATE TABLE IF NOT EXISTS ${table.name} (${columns}, PRIMARY KEY (${table.key.join(', ')})) ${layout}`,
    ...(table.indices ?? []).map(
      (index) =>
        `CREATE INDEX IF NOT EXISTS ${indexName(table.name, index)} ON ${table.name} (${index.join(', ')})`,
    ),
  ];
}
