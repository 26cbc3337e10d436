import type { DatabaseSettings } from '../database/database-settings';
import type { Session } from '../database/open-database';

/** How long an import waits for others, in seconds; a registry of a million rows is written in less. */
const patience = 600;

/**
 * Runs `work` in one transaction, while no other import writes into the same database: what it reads there
 * holds until it commits. It waits for others as long as `seconds` say, on SQLite as long as the connection does.
 */
export async function inTurn<T>(
  session: Session,
  dialect: DatabaseSettings['dialect'],
  work: () => Promise<T>,
  seconds: number = patience,
): Promise<T> {
  if (dialect === 'sqlite') {
    return session.transaction(async () => {
      // Changes nothing, but takes the write lock, before anything is read that a writer could change.
      await session.run('UPDATE registry_state SET registry = registry WHERE 1 = 0');
      return work();
    });
  }
  // Row locks alone would let two imports block each other, and give up after less than a minute.
  const name = `LEFT(CONCAT('import:', DATABASE()), 64)`;
  const [row] = await session.run(`SELECT GET_LOCK(${name}, ${seconds}) AS held`);
  if (Number(row?.['held']) !== 1) throw new Error(`Another import has been writing for ${seconds} s`);
  try {
    return await session.transaction(work);
  } finally {
    await session.run(`SELECT RELEASE_LOCK(${name})`);
  }
}
