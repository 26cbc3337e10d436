import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personKey } from '../../../../schema/config/keys';
import { publicSecurity } from '../../../../subgraphs/public-security';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { openDatabase, type Database } from '../../../../subgraphs/runtime/database/open-database';
import { importFolder } from '../../../../subgraphs/runtime/import/import-folder';
import { databaseKinds, testDatabases, type TestDatabases } from '../../../support/databases';
import { openProcesses, type Ended } from '../../../support/processes';
import { csv, vehicle } from './exchange-rows';

jest.setTimeout(180_000);

const script = 'dist/subgraphs/runtime/cli/import.js';
const preloaded = './test/support/kill-at-statement.cjs';

/** What a registry holds: how many rows of which brand, what it states, and how old it says that is. */
interface Held {
  readonly brands: Readonly<Record<string, number>>;
  readonly stated: number;
  readonly asOf: number;
}

const few = { brand: 'few', count: 3, asOf: '2018-05-31T08:30:00+08:00' };
const many = { brand: 'many', count: 5000, asOf: '2018-06-30T08:30:00+08:00' };

const held = ({ brand, count, asOf }: typeof few): Held => ({
  brands: { [brand]: count },
  stated: count,
  asOf: Date.parse(asOf),
});

const [old, fresh] = [held(few), held(many)];

/** Places in an import, in its order: the statement before which it is killed, and what is then held. */
const places: readonly (readonly [string, RegExp, Held])[] = [
  ['when it has read the head of the file', /^CREATE TEMPORARY TABLE import_rows/, old],
  ['before its first rows are staged', /^INSERT INTO import_rows/, old],
  ['when all rows are staged', /^INSERT INTO import_problems/, old],
  ['before it begins', /^(BEGIN|START) TRANSACTION/, old],
  ['when it has begun', /^SELECT person_key/, old],
  ['before the old rows go', /^DELETE FROM vehicles/, old],
  ['when the old rows are gone', /^REPLACE INTO vehicles/, old],
  ['when the new rows have come', /^SELECT COUNT\(\*\) AS records/, old],
  ['before it states what it holds', /^REPLACE INTO registry_state/, old],
  ['before it commits', /^COMMIT/, old],
];

describe.each(databaseKinds)('On %s, an import that is killed', (kind) => {
  const processes = openProcesses('killed-import');
  const databases = testDatabases(kind);
  const settings = databaseSettings(databases.config, publicSecurity.name);
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  let database: Database;
  let statements: readonly string[];
  beforeAll(async () => {
    for (const { brand, count } of [few, many]) lay(brand, count);
    database = await openDatabase({ ...publicSecurity, settings });
    statements = await statementsOf(databases);
    expect(await read()).toEqual(fresh);
  });
  beforeEach(importFew);
  afterAll(async () => {
    await database.close();
    await processes.close();
    await databases.remove();
    rmSync(folder, { recursive: true });
  });

  function lay(brand: string, count: number): void {
    const rows = Array.from({ length: count }, (_, at) =>
      vehicle({ record_id: `${brand}-${at}`, brand_model: brand }),
    );
    mkdirSync(join(folder, brand));
    writeFileSync(join(folder, brand, 'vehicles.csv'), csv(...rows));
  }

  /** Replaces all by few rows, from this process: whatever a killed one has left must not stand in the way. */
  async function importFew(): Promise<void> {
    const reports = await importFolder({
      directory: join(folder, few.brand),
      departments: [{ subgraph: publicSecurity, database }],
      personKey: personKey(databases.config),
      clock: () => new Date(),
      asOf: new Date(few.asOf),
      replace: true,
    });
    expect(reports).toMatchObject([{ isFilled: true, written: few.count }]);
    expect(await read()).toEqual(old);
  }

  function importMany(into: TestDatabases, more: Readonly<Record<string, string>>): Promise<Ended> {
    return processes.run({
      command: ['--require', preloaded, script, join(folder, many.brand), '--replace', '--as-of', many.asOf],
      settings: { ...into.env, ...more },
    });
  }

  /** The statements of an import that nobody disturbs. */
  async function statementsOf(into: TestDatabases): Promise<string[]> {
    const log = join(into.config.DATA_DIR, 'statements.txt');
    expect(await importMany(into, { STATEMENT_LOG: log })).toMatchObject({ status: 0, stderr: '' });
    return readFileSync(log, 'utf8').trimEnd().split('\n');
  }

  async function killed(into: TestDatabases, setting: 'KILL_AT' | 'KILL_DURING', at: number): Promise<void> {
    expect(await importMany(into, { [setting]: String(at) })).toEqual({
      status: null,
      stdout: '',
      stderr: '',
    });
  }

  /** Rows and state as of one moment. */
  function read(): Promise<Held> {
    return database.session((session) =>
      session.transaction(async () => {
        const rows = await session.run(
          'SELECT brand_model, COUNT(*) AS held FROM vehicles GROUP BY brand_model',
        );
        const states = await session.run('SELECT registry, records, as_of FROM registry_state');
        expect(states.map(({ registry }) => registry)).toEqual(['vehicles']);
        return {
          brands: Object.fromEntries(
            rows.map((row) => [String(row['brand_model']), Number(row['held'])] as const),
          ),
          stated: Number(states[0]?.['records']),
          asOf: Number(states[0]?.['as_of']),
        };
      }),
    );
  }

  /** The number, from 1, of the last statement of that form: the first ones open the database. */
  function numberOf(form: RegExp): number {
    const at = statements.findLastIndex((sql) => form.test(sql));
    expect({ form, at }).not.toEqual({ form, at: -1 });
    return at + 1;
  }

  test.each(places)('%s leaves the registry as it was, and in nobody’s way', async (_, form, expected) => {
    await killed(databases, 'KILL_AT', numberOf(form));
    expect(await read()).toEqual(expected);
    await importFew();
  });

  test('at its first statement leaves the registry as it was', async () => {
    await killed(databases, 'KILL_AT', 1);
    expect(await read()).toEqual(old);
  });

  test('while it commits leaves the registry as it was, or as the file says', async () => {
    await killed(databases, 'KILL_DURING', numberOf(/^COMMIT/));
    expect([old, fresh]).toContainEqual(await read());
    await importFew();
  });

  test('when it has committed leaves the registry as the file says', async () => {
    await killed(databases, 'KILL_AT', numberOf(/^COMMIT/) + 1);
    expect(await read()).toEqual(fresh);
    await importFew();
  });

  test('comes to its places in the order in which they stand here', () => {
    const numbers = places.map(([, form]) => numberOf(form));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(new Set(numbers).size).toBe(places.length);
    // The file is long enough for its rows to be staged in several portions.
    expect(statements.filter((sql) => sql.startsWith('INSERT INTO import_rows')).length).toBeGreaterThan(2);
  });

  test('while it makes the tables of a new database keeps no later one from making them', async () => {
    const making = /^CREATE TABLE|^INSERT INTO \S*migrations/;
    const undisturbed = testDatabases(kind);
    const numbers = (await statementsOf(undisturbed)).flatMap((sql, at) =>
      making.test(sql) ? [at + 1] : [],
    );
    await undisturbed.remove();
    // The list of migrations, the states, the department's two registries; and a note of each migration.
    expect(numbers).toHaveLength(6);
    for (const place of numbers) {
      const into = testDatabases(kind);
      await killed(into, 'KILL_AT', place);
      const later = await openDatabase({
        ...publicSecurity,
        settings: databaseSettings(into.config, publicSecurity.name),
      });
      const pending = await later.dataSource.showMigrations();
      await later.close();
      expect(pending).toBe(false);
      await into.remove();
    }
  });
});
