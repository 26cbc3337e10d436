import { join } from 'node:path';
import type { Config } from '../../../schema/config/read-config';

/** Where one department's database is. */
export type DatabaseSettings =
  | { readonly dialect: 'sqlite'; readonly file: string }
  | { readonly dialect: 'mysql'; readonly url: string; readonly database: string };

/**
 * The database of one department: its own URL with a database name, else DATABASE_URL with its path as
 * prefix (`mysql://host/district` makes `district_public_security`), else an SQLite file in DATA_DIR.
 */
export function databaseSettings(config: Config, department: string): DatabaseSettings {
  const name = department.replaceAll('-', '_');
  const own = config.departmentDatabases.get(department);
  if (own) return mysql(own, (path) => path || `household_${name}`);
  if (config.DATABASE_URL) return mysql(config.DATABASE_URL, (path) => `${path || 'household'}_${name}`);
  return { dialect: 'sqlite', file: join(config.DATA_DIR, `${department}.sqlite`) };
}

function mysql(text: string, named: (path: string) => string): DatabaseSettings {
  const url = new URL(text.replace(/^mariadb:/, 'mysql:'));
  const database = named(url.pathname.slice(1));
  url.pathname = '/';
  return { dialect: 'mysql', url: url.href, database };
}
