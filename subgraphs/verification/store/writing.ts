import type { Database, Session } from '../../runtime/database/open-database';

/** How often a transaction is tried. */
const tries = 5;

/** MySQL broke it off for another's sake, or another was first to add a row of the same key: made again, it sees that. */
const secondBest = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_DUP_ENTRY']);

/** Runs work that writes, in one transaction. */
export type Write = <T>(work: (session: Session) => Promise<T>) => Promise<T>;

/**
 * One transaction after another on SQLite, whose connection all of a process share; beside each other on MySQL, where
 * one that another was quicker than is made again: `work` has to bear that.
 */
export function writing(database: Database): Write {
  return database.dialect === 'sqlite' ? inTurn(database) : besideOthers(database);
}

function inTurn(database: Database): Write {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = last.then(() =>
      database.session((session) =>
        session.transaction(async () => {
          // Changes nothing, but takes the write lock before anything is read that another process could change.
          await session.run('UPDATE step_keys SET step_key = step_key WHERE 1 = 0');
          return work(session);
        }),
      ),
    );
    last = turn.catch(() => undefined);
    return turn;
  };
}

function besideOthers(database: Database): Write {
  const attempt = async <T>(work: (session: Session) => Promise<T>, left: number): Promise<T> => {
    try {
      return await database.session((session) => session.transaction(() => work(session)));
    } catch (error) {
      if (left <= 1 || !secondBest.has(String((error as { code?: unknown }).code))) throw error;
      return attempt(work, left - 1);
    }
  };
  return (work) => attempt(work, tries);
}
