import type { Database, Session } from '../../runtime/database/open-database';

/** How often a transaction is tried. */
const tries = 5;

/** MySQL broke it off for another's sake, or another was first to add a row of the same key: made again, it sees that. */
const secondBest = new Set(['ER_LOCK_DEADLOCK', 'ER_LOCK_WAIT_TIMEOUT', 'ER_DUP_ENTRY']);

/** The way to a database whose transactions nobody looks into. */
export interface Records {
  readonly dialect: Database['dialect'];
  /** Reads what is committed. */
  readonly select: Database['select'];
  /** Runs work that writes, in one transaction. */
  readonly write: <T>(work: (session: Session) => Promise<T>) => Promise<T>;
}

/**
 * All of a process share one connection to SQLite: transactions and statements take turns there, or one would read what
 * another may take back. On MySQL they run beside each other, and a transaction that another was quicker than is made
 * again: `work` has to bear that.
 */
export function records(database: Database): Records {
  return database.dialect === 'sqlite' ? inTurn(database) : besideOthers(database);
}

function inTurn(database: Database): Records {
  let last: Promise<unknown> = Promise.resolve();
  const afterOthers = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };
  const waiting: Waiting[] = [];
  const commitNext = (): void => {
    void afterOthers(() => commitTogether(database, waiting)).then(() => {
      if (waiting.length > 0) commitNext();
    });
  };
  return {
    dialect: database.dialect,
    select: (sql, values) => afterOthers(() => database.select(sql, values)),
    write: <T>(work: (session: Session) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ work, settle: (made) => void (made as Promise<T>).then(resolve, reject) });
        if (waiting.length === 1) commitNext();
      }),
  };
}

/** Work that waits for its transaction, and whoever waits for what comes of it. */
interface Waiting {
  readonly work: (session: Session) => Promise<unknown>;
  readonly settle: (made: Promise<unknown>) => void;
}

/** The most works of one commit: so long a reader waits. */
const mostTogether = 25;

/**
 * Runs the works that wait, each by itself to be kept or taken back, under one commit: what a disk takes longest for is the
 * commit, and the process does nothing else meanwhile. Nobody is told before it.
 */
async function commitTogether(database: Database, waiting: Waiting[]): Promise<void> {
  if (waiting.length === 0) return;
  const made: { readonly settle: Waiting['settle']; readonly result: Promise<unknown> }[] = [];
  try {
    await database.session((session) =>
      session.transaction(async () => {
        // Changes nothing, but takes the write lock before anything is read that another process could change.
        await session.run('UPDATE step_keys SET step_key = step_key WHERE 1 = 0');
        for (
          let next = waiting.shift();
          next;
          next = made.length < mostTogether ? waiting.shift() : undefined
        ) {
          const { work, settle } = next;
          const result = session.transaction(() => work(session));
          made.push({ settle, result });
          await result.catch(() => undefined);
        }
      }),
    );
    for (const { settle, result } of made) settle(result);
  } catch (error) {
    const failed = made.length > 0 ? made : waiting.splice(0);
    const reason = error instanceof Error ? error : new Error('the transaction failed');
    for (const { settle } of failed) settle(Promise.reject(reason));
  }
}

function besideOthers(database: Database): Records {
  const attempt = async <T>(work: (session: Session) => Promise<T>, left: number): Promise<T> => {
    try {
      return await database.session((session) => session.transaction(() => work(session)));
    } catch (error) {
      if (left <= 1 || !secondBest.has(String((error as { code?: unknown }).code))) throw error;
      return attempt(work, left - 1);
    }
  };
  return { dialect: database.dialect, select: database.select, write: (work) => attempt(work, tries) };
}
