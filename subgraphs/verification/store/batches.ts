import { BatchInsert } from '../../runtime/database/batch-insert';
import type { Database, Row, Session } from '../../runtime/database/open-database';
import type { Actor, Kind } from '../process/event';
import type { Run } from './read-verification';

/** What somebody said of a batch; that it is done follows from its households. */
export type BatchState = 'RUNNING' | 'PAUSED' | 'CANCELLED';

/** Whom a batch searches for. */
export interface BatchFilter {
  readonly program?: string | null;
  readonly divisionCode?: string | null;
  readonly appliedFrom?: string | null;
  readonly appliedTo?: string | null;
  readonly dueBy?: string | null;
}

export interface Batch {
  readonly id: string;
  readonly kind: Kind;
  readonly state: BatchState;
  readonly startedAt: Date;
  readonly startedBy: Actor;
  /** Null where its households were named. */
  readonly filter: BatchFilter | null;
  /** Those that whoever started it may see; null for all. */
  readonly divisions: readonly string[] | null;
  /** Where the search goes on; null at its beginning. */
  readonly cursor: string | null;
  /** Whether all its households are known. */
  readonly isSearched: boolean;
}

const columns = [
  ...['id', 'kind', 'state', 'started_at', 'started_by', 'started_role', 'search_filter', 'divisions'],
  ...['search_cursor', 'is_searched'],
];

export async function insertBatch(session: Session, batch: Batch): Promise<void> {
  const { id, kind, state, startedAt, startedBy, filter, divisions, cursor, isSearched } = batch;
  await BatchInsert.all(session, 'batches', columns, [
    [
      ...[id, kind, state, startedAt.getTime(), startedBy.subject, startedBy.role],
      filter && JSON.stringify(filter),
      divisions && JSON.stringify(divisions),
      ...[cursor, isSearched ? 1 : 0],
    ],
  ]);
}

export async function readBatch(run: Run, id: string): Promise<Batch | null> {
  const [row] = await run(`SELECT ${columns.join(', ')} FROM batches WHERE id = ?`, [id]);
  return row ? batchOf(row) : null;
}

/** A batch kept from everybody else until the transaction ends. */
export async function lockBatch(
  session: Session,
  dialect: Database['dialect'],
  id: string,
): Promise<Batch | null> {
  const lock = dialect === 'mysql' ? ' FOR UPDATE' : '';
  const [row] = await session.run(`SELECT ${columns.join(', ')} FROM batches WHERE id = ?${lock}`, [id]);
  return row ? batchOf(row) : null;
}

/** How many households running batches still have to begin; more by one where some are still searched for. */
export async function countToFeed(run: Run): Promise<number> {
  const [row] = await run(
    "SELECT (SELECT COUNT(*) FROM batch_households h JOIN batches b ON b.id = h.batch_id AND b.state = 'RUNNING' " +
      "WHERE h.state = 'PENDING') + (SELECT COUNT(*) FROM batches WHERE state = 'RUNNING' AND is_searched = 0) AS waiting",
  );
  return Number(row?.['waiting']);
}

/** Batches that go on and still have households to find or to begin, the oldest first. */
export async function batchesToFeed(run: Run): Promise<readonly Batch[]> {
  const rows = await run(
    `SELECT ${columns.join(', ')} FROM batches WHERE state = 'RUNNING' AND (is_searched = 0 OR EXISTS ` +
      "(SELECT 1 FROM batch_households h WHERE h.batch_id = batches.id AND h.state = 'PENDING')) " +
      'ORDER BY started_at, id',
  );
  return rows.map(batchOf);
}

export async function setBatchState({ run }: Session, id: string, state: BatchState): Promise<void> {
  await run('UPDATE batches SET state = ? WHERE id = ?', [state, id]);
}

/** Notes how far the search for a batch's households has come. */
export async function setSearched(
  { run }: Session,
  id: string,
  { cursor, isSearched }: Pick<Batch, 'cursor' | 'isSearched'>,
): Promise<void> {
  await run('UPDATE batches SET search_cursor = ?, is_searched = ? WHERE id = ?', [
    cursor,
    isSearched ? 1 : 0,
    id,
  ]);
}

function batchOf(row: Row): Batch {
  const parsed = (name: string): unknown => (row[name] === null ? null : JSON.parse(String(row[name])));
  return {
    id: String(row['id']),
    kind: String(row['kind']) as Kind,
    state: String(row['state']) as BatchState,
    startedAt: new Date(Number(row['started_at'])),
    startedBy: { subject: String(row['started_by']), role: String(row['started_role']) },
    filter: parsed('search_filter') as BatchFilter | null,
    divisions: parsed('divisions') as readonly string[] | null,
    cursor: row['search_cursor'] === null ? null : String(row['search_cursor']),
    isSearched: Number(row['is_searched']) === 1,
  };
}
