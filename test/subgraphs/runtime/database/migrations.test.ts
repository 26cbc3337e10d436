import {
  DataSource,
  Table,
  type DataSourceOptions,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';
import { departments } from '../../../../subgraphs';
import { keepsRegistries, type Subgraph } from '../../../../subgraphs/runtime/define-subgraph';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { openDatabase, type Database } from '../../../../subgraphs/runtime/database/open-database';
import { atOnce } from '../../../support/at-once';
import { databaseKinds, testDatabases, type TestDatabases } from '../../../support/databases';

jest.setTimeout(30_000);

describe.each(databaseKinds)('On %s', (kind) => {
  let databases: TestDatabases;
  const opened: Database[] = [];
  beforeEach(() => {
    databases = testDatabases(kind);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((database) => database.close()));
    await databases.remove();
  });

  async function open(subgraph: Subgraph, migrations = subgraph.migrations): Promise<Database> {
    const settings = databaseSettings(databases.config, subgraph.name);
    const database = await openDatabase({ ...subgraph, settings, migrations });
    opened.push(database);
    return database;
  }

  const tablesOf = (database: Database) =>
    database
      .select(
        kind === 'SQLite'
          ? `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`
          : `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()`,
      )
      .then((rows) => rows.map(({ name }) => String(name)).sort());

  describe.each(departments.filter(keepsRegistries).map((subgraph) => [subgraph.name, subgraph] as const))(
    'the tables of %s',
    (_, subgraph) => {
      const tables = [
        ...subgraph.registries.map(({ table }) => table),
        'migrations',
        'registry_state',
      ].sort();

      it('are what its registries declare once its migrations have run, and nothing else makes them', async () => {
        const { dataSource } = await open(subgraph);
        expect(await changesWanted(dataSource)).toEqual([]);
        expect(dataSource.options.synchronize).toBe(false);
        expect(dataSource.options.migrationsRun ?? false).toBe(false);
      });

      it('are made once, and a second start changes nothing', async () => {
        const first = await open(subgraph);
        expect(await tablesOf(first)).toEqual(tables);
        const ran = await first.select('SELECT * FROM migrations ORDER BY id');
        expect(ran).toHaveLength(subgraph.migrations.length + 1);
        await first.select(`INSERT INTO registry_state VALUES ('kept', 1, 1, 0, 'exchange', 'key')`);
        const second = await open(subgraph);
        expect(await second.select('SELECT * FROM migrations ORDER BY id')).toEqual(ran);
        expect(await second.select('SELECT registry FROM registry_state')).toMatchObject([
          { registry: 'kept' },
        ]);
      });

      it('go as they came: each migration can be taken back and made again', async () => {
        const database = await open(subgraph);
        for (const _migration of [...subgraph.migrations, 'the runtime’s']) {
          await database.dataSource.undoLastMigration({ transaction: 'none' });
        }
        expect(await tablesOf(database)).toEqual(['migrations']);
        expect(await database.select('SELECT * FROM migrations')).toEqual([]);
        const again = await open(subgraph);
        expect(await tablesOf(again)).toEqual(tables);
      });
    },
  );

  it('a migration that fails stops the start, and the next start with a better one succeeds', async () => {
    const [subgraph] = departments as [Subgraph, ...Subgraph[]];
    // TypeORM tells of it on the console too.
    const console = jest.spyOn(globalThis.console, 'log').mockImplementation();
    const start = open(subgraph, [...subgraph.migrations, Failing9999999999999]);
    await expect(start).rejects.toThrow('on purpose');
    console.mockRestore();
    const database = await open(subgraph);
    expect(await tablesOf(database)).toEqual(
      [...subgraph.registries.map(({ table }) => table), 'migrations', 'registry_state'].sort(),
    );
  });

  it('text tells case, accents and every character apart', async () => {
    const database = await open(departments[0] as Subgraph);
    const texts = ['yb', 'YB', 'ÿb', 'ｙｂ', '㐇𠮷'];
    for (const text of texts) {
      await database.select(`INSERT INTO registry_state VALUES (?, 1, 1, 0, 'exchange', 'key')`, [text]);
    }
    for (const text of texts) {
      const found = await database.select('SELECT registry FROM registry_state WHERE registry = ?', [text]);
      expect(found.map(({ registry }) => registry)).toEqual([text]);
    }
  });

  it('what fails inside a transaction is taken back', async () => {
    const database = await open(departments[0] as Subgraph);
    const insert = `INSERT INTO registry_state VALUES (?, 1, 1, 0, 'exchange', 'key')`;
    await expect(
      database.session((session) =>
        session.transaction(async () => {
          await session.run(insert, ['half']);
          throw new Error('on purpose');
        }),
      ),
    ).rejects.toThrow('on purpose');
    await database.session((session) => session.transaction(() => session.run(insert, ['whole'])));
    expect(await database.select('SELECT registry FROM registry_state')).toMatchObject([
      { registry: 'whole' },
    ]);
  });
});

/** Makes a table and then fails, as a migration may. */
class Failing9999999999999 implements MigrationInterface {
  readonly name = 'Failing9999999999999';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(new Table({ name: 'half', columns: [{ name: 'id', type: 'integer' }] }));
    await queryRunner.dropTable('half');
    throw new Error('on purpose');
  }

  async down(): Promise<void> {
    // It never stands.
  }
}

/** The changes of tables by which TypeORM would make them as the registries declare. */
async function changesWanted({ options }: DataSource): Promise<string[]> {
  const server = new DataSource({ ...options, logging: false });
  await server.initialize();
  const isMariaDb =
    options.type === 'mysql' &&
    JSON.stringify(await server.query('SELECT VERSION() AS version')).includes('MariaDB');
  await server.destroy();
  // TypeORM reads the defaults of MariaDB's columns rightly where it is told that it is one.
  const reader = new DataSource({
    ...options,
    ...(isMariaDb ? { type: 'mariadb' } : {}),
  } as DataSourceOptions);
  await reader.initialize();
  const { upQueries } = await reader.driver.createSchemaBuilder().log();
  await reader.destroy();
  return upQueries.map(({ query }) => query);
}

describe.each(databaseKinds)('Processes that start at once on a fresh %s', (kind) => {
  it('all succeed, and each migration ran once', async () => {
    const databases = testDatabases(kind);
    const [{ name, migrations }] = departments as [Subgraph, ...Subgraph[]];
    const settings = databaseSettings(databases.config, name);
    const told = await atOnce(
      3,
      `const { departments } = require('./dist/subgraphs');
       const { openDatabase } = require('./dist/subgraphs/runtime/database/open-database');
       const subgraph = departments.find(({ name }) => name === ${JSON.stringify(name)});`,
      `const database = await openDatabase({ ...subgraph, settings: ${JSON.stringify(settings)} });
       console.log((await database.select('SELECT name FROM migrations')).length);
       await database.close();`,
    );
    await databases.remove();
    expect(told).toEqual(Array(3).fill(String(migrations.length + 1)));
  });
});
