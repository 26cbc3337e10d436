import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ConfigError } from '../../schema/config/config-error';
import { expectations, type Config } from '../../schema/config/read-config';
import { packageRoot } from '../../schema/package-root';
import { connectDatabase, type Database } from '../../subgraphs/runtime/database/connect-database';
import type { DatabaseSettings } from '../../subgraphs/runtime/database/database-settings';
import type { SqliteManners } from '../../subgraphs/runtime/database/prepare-sqlite';
import { CreateLedger1764200000000 } from './migrations/create-ledger';

/**
 * An answer leaves once its entry would outlive a power cut. SQLite waits inside the process, which then does nothing
 * else: not longer than a write may take. New entries go to places all over its indices, which are read back from the
 * file where they do not fit in memory.
 */
const manners: SqliteManners = { synchronous: 'FULL', busyTimeoutMs: 2000, cacheMegabytes: 64 };

/** Where the ledger is; throws a ConfigError where production does not say it. */
export function ledgerSettings({ LEDGER_URL: url, DATA_DIR, DEPLOYMENT }: Config): DatabaseSettings {
  if (url !== undefined) return settingsOf(url);
  if (DEPLOYMENT === 'production') throw wrongLedgerUrl();
  return { dialect: 'sqlite', file: join(DATA_DIR, 'ledger.sqlite') };
}

/** A `mysql://` URL with a database, or a file's path. */
export function settingsOf(urlOrFile: string): DatabaseSettings {
  if (!/^(mysql|mariadb):\/\//.test(urlOrFile)) {
    return { dialect: 'sqlite', file: resolve(packageRoot, urlOrFile) };
  }
  const url = new URL(urlOrFile.replace(/^mariadb:/, 'mysql:'));
  const database = url.pathname.slice(1);
  url.pathname = '/';
  return { dialect: 'mysql', url: url.href, database };
}

/** Where the signed heads go beside the database. */
export function witnessPath({ LEDGER_WITNESS: path, DATA_DIR }: Config): string {
  return path === undefined ? join(DATA_DIR, 'ledger-heads.jsonl') : resolve(packageRoot, path);
}

/** Opens the ledger's database to write, and makes it where it is missing. */
export function connectLedger(
  settings: DatabaseSettings,
  onStatement?: (sql: string) => void,
): Promise<Database> {
  return connectDatabase({ settings, manners, migrations: [CreateLedger1764200000000], onStatement });
}

/** Opens a ledger that is there, to read; nothing of it changes. */
export async function connectToVerify(settings: DatabaseSettings): Promise<Database> {
  if (settings.dialect === 'sqlite' && !existsSync(settings.file)) {
    throw Object.assign(new Error('there is no such file'), { code: 'ENOENT' });
  }
  return connectDatabase({ settings, manners, migrations: [], asItStands: true });
}

/** Names the variable and what is expected, and no value: a URL holds a password. */
export function wrongLedgerUrl(): ConfigError {
  return new ConfigError([{ variable: 'LEDGER_URL', expected: expectations.get('LEDGER_URL') ?? '' }]);
}
