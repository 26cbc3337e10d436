import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import { DataSource, type DataSourceOptions, type Logger, type MigrationInterface } from 'typeorm';
import type { Registry } from '../registry/registry';
import type { Row, SqlValue } from '../registry/stored-column';
import type { DatabaseSettings } from './database-settings';
import { entityOf } from './entity-of';
import { migrate } from './migrate';
import { CreateRegistryState1764000000000 } from './migrations/create-registry-state';
import { prepareSqlite } from './prepare-sqlite';
import { registryState } from './registry-state';

/** A department's versioned migrations, in any order: TypeORM sorts them by the time in their names. */
export type Migrations = readonly (new () => MigrationInterface)[];

/** One connection, on which temporary tables and transactions stay. */
export interface Session {
  run(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Commits what `work` did, or takes all of it back where it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/** A department's database. */
export interface Database {
  readonly dialect: DatabaseSettings['dialect'];
  readonly dataSource: DataSource;
  select(sql: string, values?: readonly SqlValue[]): Promise<Row[]>;
  /** Lends one connection for as long as `work` takes. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly settings: DatabaseSettings;
  readonly registries: readonly Registry[];
  /** The department's own migrations; the runtime's come first. */
  readonly migrations: Migrations;
  /** Told of every statement, without its values. */
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/** Opens a department's database, makes it where it is missing, and brings its tables up to date. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const dataSource = new DataSource(await dataSourceOptions(options));
  await dataSource.initialize();
  try {
    await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return {
    dialect: options.settings.dialect,
    dataSource,
    select: (sql, values) => dataSource.query(sql, values as SqlValue[]),
    session: async (work) => {
      const queryRunner = dataSource.createQueryRunner();
      try {
        return await work({
          run: (sql, values) => queryRunner.query(sql, values as SqlValue[]) as Promise<Row[]>,
          transaction: async (inside) => {
            await queryRunner.startTransaction();
            try {
              const result = await inside();
              await queryRunner.commitTransaction();
              return result;
            } catch (error) {
              await queryRunner.rollbackTransaction();
              throw error;
            }
          },
        });
      } finally {
        await queryRunner.release();
      }
    },
    close: () => dataSource.destroy(),
  };
}

async function dataSourceOptions({
  settings,
  registries,
  migrations,
  onStatement,
}: DatabaseOptions): Promise<DataSourceOptions> {
  const mysql = settings.dialect === 'mysql';
  const shared = {
    entities: [registryState, ...registries].map((registry) => entityOf(registry, mysql)),
    migrations: [CreateRegistryState1764000000000, ...migrations],
    synchronize: false,
    ...(onStatement ? { logging: true, logger: statementLogger(onStatement) } : { logging: false }),
  };
  if (settings.dialect === 'sqlite') {
    if (settings.file !== ':memory:') mkdirSync(dirname(settings.file), { recursive: true });
    return {
      ...shared,
      type: 'better-sqlite3',
      driver: Libsql,
      database: settings.file,
      prepareDatabase: prepareSqlite,
    };
  }
  await createDatabase(settings.url, settings.database);
  return {
    ...shared,
    type: 'mysql',
    url: settings.url,
    database: settings.database,
    charset: 'utf8mb4',
    // As Date objects, days shift with the time zone; as strings, amounts are no numbers.
    dateStrings: true,
    bigNumberStrings: false,
  };
}

async function createDatabase(url: string, database: string): Promise<void> {
  const server = new DataSource({ type: 'mysql', url, logging: false });
  await server.initialize();
  try {
    await server.query(
      `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE utf8mb4_bin`,
    );
  } finally {
    await server.destroy();
  }
}

function statementLogger(onStatement: (sql: string) => void): Logger {
  const ignore = () => undefined;
  return {
    logQuery: (sql) => onStatement(sql),
    logQueryError: ignore,
    logQuerySlow: ignore,
    logSchemaBuild: ignore,
    logMigration: ignore,
    log: ignore,
  };
}
