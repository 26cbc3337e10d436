import type { Database, Row, Session } from '../../../subgraphs/runtime/database/connect-database';

/** Some consecutive entries of a chain, with all that the database keeps beside them. */
export interface ChainPage {
  /** Entries, by sequence number. */
  readonly entries: readonly Row[];
  /** The rows by which an entry is found, in the form of `joinedSubjects`, by sequence number. */
  readonly subjects: ReadonlyMap<number, string>;
  /** Signed heads, by sequence number. */
  readonly heads: ReadonlyMap<number, string>;
}

const pageSize = 1000;

/**
 * A chain page by page. The pages leave no number out, whatever it is: rows beside entries that are not there are on
 * one of them too.
 */
export async function* readChain(
  session: Session,
  dialect: Database['dialect'],
  chain: string,
): AsyncGenerator<ChainPage> {
  let after: number = Number.MIN_SAFE_INTEGER;
  for (let isLast = false; !isLast;) {
    const entries = await session.run(
      `SELECT seq, at, subject, role, purpose, body, hash FROM ledger_entries
       WHERE chain = ? AND seq > ? ORDER BY seq LIMIT ${pageSize}`,
      [chain, after],
    );
    isLast = entries.length < pageSize;
    const upTo = isLast ? Number.MAX_SAFE_INTEGER : Number(entries.at(-1)?.['seq']);
    const range = [chain, after, upTo];
    const subjects = await session.run(subjectsOf[dialect], range);
    const heads = await session.run(
      'SELECT seq, head FROM ledger_heads WHERE chain = ? AND seq > ? AND seq <= ?',
      range,
    );
    yield {
      entries,
      subjects: new Map(subjects.map(({ seq, joined }) => [Number(seq), String(joined)] as const)),
      heads: new Map(heads.map(({ seq, head }) => [Number(seq), String(head)] as const)),
    };
    after = upTo;
  }
}

/**
 * Joined in the database, for a row an entry is several times faster than ten. No value of an entry has these control
 * characters, and the number of rows stands first: no rows but the right ones give the right text.
 */
const subjectsOf = {
  sqlite: `SELECT seq, COUNT(*) || char(29) || GROUP_CONCAT(
      kind || char(31) || value || char(31) || division || char(31) || at, char(30)) AS joined
    FROM ledger_subjects WHERE chain = ? AND seq > ? AND seq <= ? GROUP BY seq`,
  mysql: `SELECT seq, CONCAT(COUNT(*), CHAR(29 USING utf8mb4), GROUP_CONCAT(
      CONCAT_WS(CHAR(31 USING utf8mb4), kind, value, division, at) SEPARATOR '\u001e')) AS joined
    FROM ledger_subjects WHERE chain = ? AND seq > ? AND seq <= ? GROUP BY seq`,
} as const;

/** Lets MySQL join as many rows as an entry has; it would cut them off at a kilobyte. */
export const longJoins = 'SET SESSION group_concat_max_len = 1000000000';
