import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { readConfig, type Config } from '../../schema/config/read-config';
import { databaseSettings } from '../../subgraphs/runtime/database/database-settings';
import { departments } from '../../subgraphs';

/** The server on which tests make databases. */
export const mysqlUrl = process.env['TEST_MYSQL_URL'] ?? 'mysql://root@127.0.0.1:3306/';

export type DatabaseKind = 'SQLite' | 'MariaDB';

/** The databases that every suite with rows runs on. A missing MariaDB makes its tests fail. */
export const databaseKinds: readonly DatabaseKind[] = ['SQLite', 'MariaDB'];

/** Databases of one test: a fresh folder, or fresh databases of a prefix that nobody else has. */
export interface TestDatabases {
  readonly kind: DatabaseKind;
  /** The environment that leads a process to these databases. */
  readonly env: Readonly<Record<string, string>>;
  readonly config: Config;
  remove(): Promise<void>;
}

/** A place for the databases of all departments; `settings` are further variables of the environment. */
export function testDatabases(
  kind: DatabaseKind,
  settings: Readonly<Record<string, string>> = {},
): TestDatabases {
  const folder = mkdtempSync(join(tmpdir(), 'household-'));
  const prefix = `test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const env = {
    DATA_DIR: folder,
    LOG_LEVEL: 'info',
    ...(kind === 'MariaDB' ? { DATABASE_URL: `${mysqlUrl}${prefix}` } : {}),
    ...settings,
  };
  const names = departments.map(({ name }) => name);
  const config = readConfig(env, names);
  return {
    kind,
    env,
    config,
    remove: async () => {
      if (kind === 'MariaDB') await dropDatabases(config, names);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function dropDatabases(config: Config, names: readonly string[]): Promise<void> {
  const server = await new DataSource({ type: 'mysql', url: mysqlUrl }).initialize();
  for (const name of names) {
    const settings = databaseSettings(config, name);
    if (settings.dialect === 'mysql') await server.query(`DROP DATABASE IF EXISTS \`${settings.database}\``);
  }
  await server.destroy();
}
