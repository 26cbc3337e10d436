import { BatchInsert } from '../../subgraphs/runtime/database/batch-insert';
import type { Database, Session } from '../../subgraphs/runtime/database/connect-database';
import type { FieldList } from './entry-text';
import type { Tip } from './genesis';
import type { PendingEntry } from './pending-entry';

/** An entry with its place in a chain. */
export interface ChainedEntry extends PendingEntry {
  readonly seq: number;
  readonly hash: string;
}

/** Inserts a row whose key is not there yet. */
const insertMissing = { mysql: 'INSERT IGNORE', sqlite: 'INSERT OR IGNORE' } as const;

/** Inserts entries with everything by which they are found; the caller holds the transaction. */
export async function insertEntries(
  session: Session,
  chain: string,
  entries: readonly ChainedEntry[],
): Promise<void> {
  await BatchInsert.all(
    session,
    'ledger_entries',
    ['chain', 'seq', 'at', 'subject', 'role', 'purpose', 'body', 'hash'],
    entries.map(({ seq, columns: { at, subject, role, purpose }, body, hash }) => [
      ...[chain, seq, at, subject, role, purpose, body, hash],
    ]),
  );
  await BatchInsert.all(
    session,
    'ledger_subjects',
    ['chain', 'seq', 'kind', 'value', 'division', 'at'],
    entries.flatMap(({ seq, columns, subjects }) =>
      subjects.map(({ kind, value, division }) => [chain, seq, kind, value, division, columns.at]),
    ),
  );
}

/**
 * Inserts the lists that are not there, in one order everywhere: two gateways that insert the same ones do not wait
 * for each other in a ring.
 */
export async function insertFieldLists(
  session: Session,
  dialect: Database['dialect'],
  lists: readonly FieldList[],
): Promise<void> {
  const sorted = [...lists].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  for (const { digest, text } of sorted) {
    await session.run(`${insertMissing[dialect]} INTO ledger_field_lists (digest, fields) VALUES (?, ?)`, [
      digest,
      text,
    ]);
  }
}

/**
 * Puts a signed tip in the place of the one before it. It comes last in its transaction: what it locks, chains beside
 * this one wait for, and nothing is waited for after it.
 */
export async function replaceTip(session: Session, { chain, seq }: Tip, head: string): Promise<void> {
  await session.run('REPLACE INTO ledger_tips (chain, seq, head) VALUES (?, ?, ?)', [chain, seq, head]);
}

/** Inserts a signed head, where none of this tip is there: a commit that failed may have got there nonetheless. */
export async function insertHead(
  session: Session,
  dialect: Database['dialect'],
  { chain, seq }: Tip,
  head: string,
): Promise<void> {
  await session.run(`${insertMissing[dialect]} INTO ledger_heads (chain, seq, head) VALUES (?, ?, ?)`, [
    ...[chain, seq, head],
  ]);
}
