import { readFileSync, writeFileSync } from 'node:fs';
import { witnessPath } from '../../../gateway/ledger/ledger-database';
import { linkHash } from '../../../gateway/ledger/chain-hash';
import { pendingEntry } from '../../../gateway/ledger/pending-entry';
import type { Row } from '../../../subgraphs/runtime/database/connect-database';
import type { DatabaseKind } from '../../support/databases';
import { access, accesses, ledgerUnderTest, writeAll, type LedgerUnderTest } from './ledger-under-test';

const tables = [
  ...[
    'ledger_chains',
    'ledger_entries',
    'ledger_subjects',
    'ledger_field_lists',
    'ledger_heads',
    'ledger_tips',
  ],
];

/** A ledger of two gateways, one after the other, of ten entries each and a head every five, to be tampered with. */
export interface TamperedLedger {
  readonly test: LedgerUnderTest;
  readonly first: string;
  readonly second: string;
  /** The witness file as the gateways left it. */
  readonly heads: string;
  rowOf(chain: string, seq: number): Promise<Row>;
  bodyOf(chain: string, seq: number): Promise<string>;
  /** Puts the database back as the gateways left it. */
  restoreTables(names?: readonly string[]): Promise<void>;
  restore(): Promise<void>;
}

/** An entry as a WHERE clause. */
export const place = (chain: string, seq: number) => `chain = '${chain}' AND seq = ${seq}`;

export async function tamperedLedger(kind: DatabaseKind): Promise<TamperedLedger> {
  const test = ledgerUnderTest(kind);
  for (const subject of ['caseworker-1', 'caseworker-2']) {
    const ledger = await test.open({ interval: { entries: 5, milliseconds: 60_000 } });
    const entries = accesses(10, { subject });
    await writeAll(ledger, entries.slice(0, 5));
    await writeAll(ledger, entries.slice(5));
    await ledger.close();
    test.now = new Date(test.now.getTime() + 3_600_000);
  }
  const chains = await test.sql('SELECT chain FROM ledger_chains ORDER BY started');
  const [first = '', second = ''] = chains.map(({ chain }) => String(chain));
  const heads = readFileSync(witnessPath(test.config), 'utf8');
  for (const table of tables) await test.sql(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);

  const rowOf = async (chain: string, seq: number): Promise<Row> =>
    (await test.sql(`SELECT * FROM ledger_entries WHERE ${place(chain, seq)}`))[0]!;
  const restoreTables = async (names: readonly string[] = tables) => {
    for (const table of names) {
      await test.sql(`DELETE FROM ${table}`);
      await test.sql(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  };
  return {
    ...{ test, first, second, heads, rowOf, restoreTables },
    bodyOf: async (chain, seq) => String((await rowOf(chain, seq))['body']),
    restore: async () => {
      await restoreTables();
      writeFileSync(witnessPath(test.config), heads);
    },
  };
}

/** Adds an entry that no gateway wrote to the end of a chain, with its hash and all its rows, and gives its number. */
export async function forgeEntry(test: LedgerUnderTest, chain: string): Promise<number> {
  const [last] = await test.sql(
    'SELECT seq, hash FROM ledger_entries WHERE chain = ? ORDER BY seq DESC LIMIT 1',
    [chain],
  );
  const seq = Number(last!['seq']) + 1;
  const { body, columns, subjects } = pendingEntry(access({ subject: 'somebody who never asked' }));
  const { at, subject, role, purpose } = columns;
  await test.sql('INSERT INTO ledger_entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)', [
    ...[chain, seq, at, subject, role, purpose, body, linkHash(String(last!['hash']), body)],
  ]);
  for (const { kind, value, division } of subjects) {
    await test.sql('INSERT INTO ledger_subjects VALUES (?, ?, ?, ?, ?, ?)', [
      ...[chain, seq, kind, value, division, at],
    ]);
  }
  return seq;
}

/** Verifies, and expects the problem on a line of its own among those told. */
export async function expectFound(test: LedgerUnderTest, problem: RegExp): Promise<void> {
  const { told, problems } = await test.verify();
  expect(told.join('\n')).toMatch(problem);
  expect(problems).toBe(told.length);
}
