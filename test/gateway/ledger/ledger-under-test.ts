import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import type { AccessEntry } from '../../../gateway/ledger/access-entry';
import type { Ledger } from '../../../gateway/ledger/ledger';
import { connectLedger, ledgerSettings, witnessPath } from '../../../gateway/ledger/ledger-database';
import { openLedger, type LedgerOptions } from '../../../gateway/ledger/open-ledger';
import type { Timers } from '../../../gateway/ledger/timers';
import type { Verification } from '../../../gateway/ledger/verify/report';
import { verifyLedger } from '../../../gateway/ledger/verify/verify-ledger';
import { ledgerPublicKeys } from '../../../schema/config/keys';
import { readConfig, type Config } from '../../../schema/config/read-config';
import type { Database, Row, SqlValue } from '../../../subgraphs/runtime/database/connect-database';
import { mysqlUrl, type DatabaseKind } from '../../support/databases';
import { testLogger } from '../../support/test-logger';

/** Timers that go off when the test says that time has passed. */
export class TestTimers implements Timers {
  #now = 0;
  readonly #set = new Set<{ readonly due: number; readonly run: () => void }>();

  after(milliseconds: number, run: () => void): () => void {
    const timer = { due: this.#now + milliseconds, run };
    this.#set.add(timer);
    return () => void this.#set.delete(timer);
  }

  pass(milliseconds: number): void {
    this.#now += milliseconds;
    for (const timer of [...this.#set].filter(({ due }) => due <= this.#now)) {
      this.#set.delete(timer);
      timer.run();
    }
  }
}

/** What a verification found. */
export interface Found extends Verification {
  readonly told: readonly string[];
}

/** A ledger's database of one test, with the gateways that write to it. */
export interface LedgerUnderTest {
  readonly config: Config;
  readonly timers: TestTimers;
  /** The time of the gateways' clocks. */
  now: Date;
  /** Starts a gateway's ledger. */
  open(options?: Partial<LedgerOptions>): Promise<Ledger>;
  /** A statement on the database, as whoever holds its password can make it. */
  sql(statement: string, values?: readonly SqlValue[]): Promise<Row[]>;
  verify(options?: { readonly config?: Config; readonly witnesses?: readonly string[] }): Promise<Found>;
  remove(): Promise<void>;
}

export function ledgerUnderTest(kind: DatabaseKind): LedgerUnderTest {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'));
  const name = `test_${process.pid}_${randomBytes(4).toString('hex')}_ledger`;
  const env = { DATA_DIR: folder, ...(kind === 'MariaDB' ? { LEDGER_URL: `${mysqlUrl}${name}` } : {}) };
  const config = readConfig(env, []);
  const opened: Ledger[] = [];
  let database: Promise<Database> | undefined;
  const connected = () => (database ??= connectLedger(ledgerSettings(config)));
  const test: LedgerUnderTest = {
    config,
    timers: new TestTimers(),
    now: new Date('2026-03-02T01:00:00.000Z'),
    async open(options = {}) {
      const ledger = await openLedger({
        config,
        clock: () => test.now,
        logger: testLogger,
        timers: test.timers,
        ...options,
      });
      opened.push(ledger);
      return ledger;
    },
    sql: async (statement, values) => (await connected()).select(statement, values),
    async verify({ config: by = config, witnesses = [witnessPath(config)] } = {}) {
      const told: string[] = [];
      const onProblem = (problem: string) => void told.push(problem);
      const options = { database: await connected(), keys: ledgerPublicKeys(by), witnesses, onProblem };
      return { ...(await verifyLedger(options)), told };
    },
    async remove() {
      await Promise.all(opened.map((ledger) => ledger.close().catch(() => undefined)));
      await (await database)?.close();
      if (kind === 'MariaDB') {
        const server = await new DataSource({ type: 'mysql', url: mysqlUrl }).initialize();
        await server.query(`DROP DATABASE IF EXISTS \`${name}\``);
        await server.destroy();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return test;
}

/** An access of a caseworker to one household of two persons, with whatever is said of it. */
export function access(said: Partial<AccessEntry> = {}): AccessEntry {
  return {
    at: '2026-03-02T01:00:00.000Z',
    subject: 'caseworker-1',
    role: 'caseworker',
    divisions: ['500112'],
    purpose: 'APPLICATION_REVIEW',
    reason: null,
    correlationId: 'c0ffee',
    operation: 'Assess',
    document: 'd'.repeat(64),
    households: [{ id: 'YB-2026-0001', division: '500112001001' }],
    persons: ['a'.repeat(32), 'b'.repeat(32)],
    fields: ['Household.id', 'Household.members'],
    registries: [{ name: 'vehicles', statuses: [{ status: 'FOUND', households: [0] }] }],
    outcome: 'ANSWERED',
    codes: [],
    ...said,
  };
}

/** Accesses one after another, a second each, to a household each. */
export function accesses(count: number, said: Partial<AccessEntry> = {}): AccessEntry[] {
  return Array.from({ length: count }, (_, index) =>
    access({
      at: new Date(Date.UTC(2026, 2, 2, 1, 0, index)).toISOString(),
      households: [{ id: `YB-2026-${index + 1}`, division: '500112001001' }],
      ...said,
    }),
  );
}

export async function writeAll(ledger: Ledger, entries: readonly AccessEntry[]): Promise<void> {
  await Promise.all(entries.map((entry) => ledger.write(entry)));
}
