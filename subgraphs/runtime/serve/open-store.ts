import { personKey } from '../../../schema/config/keys';
import type { Config } from '../../../schema/config/read-config';
import { databaseSettings } from '../database/database-settings';
import { noDatabase } from '../database/no-database';
import type { SqliteManners } from '../database/prepare-sqlite';
import { openDatabase, type Database } from '../database/open-database';
import { fingerprintOf } from '../database/registry-state';
import { keepsRecords, keepsRegistries, type Subgraph } from '../define-subgraph';

/** Where a department keeps what it keeps. */
export interface Store {
  readonly database: Database;
  /** Which key made the pseudonyms that this process asks by; empty where it makes none. */
  readonly fingerprint: string;
}

/** A registry can be imported again; what people decided has to outlive a power cut once they were told that it is kept. */
const decisions: SqliteManners = { synchronous: 'FULL', busyTimeoutMs: 60_000 };

/** Opens a department's database. One that keeps nothing needs none; without registries, no key of the pseudonyms. */
export async function openStore(
  subgraph: Subgraph,
  config: Config,
  onStatement: ((sql: string) => void) | undefined,
): Promise<Store> {
  if (!keepsRecords(subgraph)) return { database: noDatabase(subgraph.name), fingerprint: '' };
  const fingerprint = keepsRegistries(subgraph) ? fingerprintOf(personKey(config)) : '';
  const settings = databaseSettings(config, subgraph.name);
  const manners = subgraph.begin ? decisions : undefined;
  return { database: await openDatabase({ ...subgraph, settings, manners, onStatement }), fingerprint };
}
