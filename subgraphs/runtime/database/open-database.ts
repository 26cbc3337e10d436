import type { Registry } from '../registry/registry';
import { connectDatabase, type ConnectionOptions, type Database } from './connect-database';
import { CreateRegistryState1764000000000 } from './migrations/create-registry-state';
import { registryState } from './registry-state';

export type { Database, Migrations, Row, Session, SqlValue } from './connect-database';

export interface DatabaseOptions extends Pick<
  ConnectionOptions,
  'settings' | 'migrations' | 'manners' | 'onStatement'
> {
  readonly registries: readonly Registry[];
}

/** Opens a department's database, with what the runtime keeps beside the registries of every department. */
export async function openDatabase({
  settings,
  registries,
  migrations,
  manners,
  onStatement,
}: DatabaseOptions): Promise<Database> {
  return connectDatabase({
    settings,
    entities: [registryState, ...registries],
    migrations: [CreateRegistryState1764000000000, ...migrations],
    manners,
    onStatement,
  });
}
