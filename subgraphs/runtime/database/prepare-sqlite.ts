import { setTimeout as sleep } from 'node:timers/promises';

/** What this asks of a connection to SQLite; TypeORM hands it over before it uses it. */
interface SqliteConnection {
  pragma(text: string): unknown;
}

/** An import holds the write lock for as long as it writes; readers never wait for it. */
const busyTimeoutMs = 60_000;
const retryMs = 20;

/** Makes a new connection ready: readers beside one writer, and patience with another writer. */
export async function prepareSqlite(connection: SqliteConnection): Promise<void> {
  connection.pragma(`busy_timeout = ${busyTimeoutMs}`);
  connection.pragma('synchronous = NORMAL');
  await turnOnWriteAheadLog(connection);
}

/**
 * The busy timeout does not hold here: of two processes that turn the log on in a fresh file at once, SQLite refuses
 * one straight away rather than let both wait for each other. The mode stays with the file, so a later try finds it on.
 */
async function turnOnWriteAheadLog(connection: SqliteConnection): Promise<void> {
  const giveUpAt = Date.now() + busyTimeoutMs;
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
