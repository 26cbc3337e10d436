import { setTimeout as sleep } from 'node:timers/promises';

/** What this asks of a connection to SQLite; TypeORM hands it over before it uses it. */
interface SqliteConnection {
  pragma(text: string): unknown;
}

/** How a connection syncs its commits to the disk, and how long it waits for another writer. */
export interface SqliteManners {
  /** NORMAL may lose the newest commits with the power, FULL none. */
  readonly synchronous: 'NORMAL' | 'FULL';
  readonly busyTimeoutMs: number;
  /** Memory for pages of the file, where SQLite's own two megabytes are too few. */
  readonly cacheMegabytes?: number;
}

/** An import holds the write lock for as long as it writes; readers never wait for it. */
const registryManners: SqliteManners = { synchronous: 'NORMAL', busyTimeoutMs: 60_000 };
const walPatienceMs = 60_000;
const retryMs = 20;

/** Makes a new connection ready: readers beside one writer, and patience with another writer. */
export async function prepareSqlite(
  connection: SqliteConnection,
  { synchronous, busyTimeoutMs, cacheMegabytes }: SqliteManners = registryManners,
): Promise<void> {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma(`synchronous = ${synchronous}`);
  if (cacheMegabytes !== undefined) connection.pragma(`cache_size = ${-1024 * cacheMegabytes}`);
  await turnOnWriteAheadLog(connection);
}

/**
 * The busy timeout does not hold here: of two processes that turn the log on in a fresh file at once, SQLite refuses
 * one straight away rather than let both wait for each other. The mode stays with the file, so a later try finds it on.
 */
async function turnOnWriteAheadLog(connection: SqliteConnection): Promise<void> {
  const giveUpAt = Date.now() + walPatienceMs;
  for (;;) {
    try {
      connection.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY' || Date.now() > giveUpAt) throw error;
      await sleep(retryMs);
    }
  }
}
