import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Libsql from 'libsql';
import type { Pool } from 'mysql2';
import { DataSource, type DataSourceOptions, type Logger, type MigrationInterface } from 'typeorm';
import type { Row, SqlValue } from '../registry/stored-column';
import type { DatabaseSettings } from './database-settings';
import { entityOf, type TableShape } from './entity-of';
import { migrate } from './migrate';
import { prepareSqlite, type SqliteManners } from './prepare-sqlite';
import { mysqlReader, type MysqlReader } from './select-from-mysql';
import type { Select } from './select';
import { selectFromSqlite } from './select-from-sqlite';

export type { Row, SqlValue };

/** Versioned migrations, in any order: TypeORM sorts them by the time in their names. */
export type Migrations = readonly (new () => MigrationInterface)[];

/** One connection, on which temporary tables and transactions stay. */
export interface Session {
  readonly run: (sql: string, values?: readonly SqlValue[]) => Promise<Row[]>;
  /** Commits what `work` did, or takes all of it back where it throws. */
  transaction<T>(work: () => Promise<T>): Promise<T>;
}

/** A database of one owner: a department, or the access ledger. */
export interface Database {
  readonly dialect: DatabaseSettings['dialect'];
  readonly dataSource: DataSource;
  readonly select: Select;
  /** Lends one connection for as long as `work` takes. */
  session<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly settings: DatabaseSettings;
  /** The tables as TypeORM is to know them; statements in SQL need none. */
  readonly entities?: readonly TableShape[];
  readonly migrations: Migrations;
  /** How SQLite syncs and waits; as a registry does where left out. */
  readonly manners?: SqliteManners | undefined;
  /** Opens a database that is there, and changes nothing of it: no migration runs. */
  readonly asItStands?: boolean;
  /** Told of every statement, without its values. */
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/** Opens a database, makes it where it is missing, and brings its tables up to date. */
export async function connectDatabase(options: ConnectionOptions): Promise<Database> {
  const dataSource = new DataSource(await dataSourceOptions(options));
  await dataSource.initialize();
  try {
    if (!options.asItStands) await migrate(dataSource);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  const reader = readerOf(dataSource, options);
  return {
    dialect: options.settings.dialect,
    dataSource,
    select: reader.select,
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
    close: async () => {
      await reader.close();
      await dataSource.destroy();
    },
  };
}

/** The way to read what is committed, and on SQLite also what a session has done and not committed yet. */
function readerOf(
  { driver }: DataSource,
  { settings, onStatement }: Pick<ConnectionOptions, 'settings' | 'onStatement'>,
): MysqlReader {
  if (settings.dialect === 'mysql') {
    const { pool } = driver as unknown as { readonly pool: Pool };
    return mysqlReader(pool, settings.url, onStatement);
  }
  const { databaseConnection } = driver as unknown as { readonly databaseConnection: Libsql.Database };
  const select = selectFromSqlite(databaseConnection, onStatement);
  return { select, close: () => Promise.resolve() };
}

async function dataSourceOptions({
  settings,
  entities = [],
  migrations,
  manners,
  asItStands = false,
  onStatement,
}: ConnectionOptions): Promise<DataSourceOptions> {
  const mysql = settings.dialect === 'mysql';
  const shared = {
    entities: entities.map((table) => entityOf(table, mysql)),
    migrations: [...migrations],
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
      prepareDatabase: (connection: Libsql.Database) => prepareSqlite(connection, manners),
    };
  }
  if (!asItStands) await createDatabase(settings.url, settings.database);
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
