import type { Database, Row, SqlValue } from '../../runtime/database/open-database';
import type { Event } from '../process/event';
import { verificationOf, type Verification } from '../process/verification';

/** Runs a statement, inside a transaction or not. */
export type Run = (sql: string, values?: readonly SqlValue[]) => Promise<readonly Row[]>;

/** A verification by its events; null where there is none. */
export async function readVerification(run: Run, id: string): Promise<Verification | null> {
  const [found] = await readVerifications(run, [id]);
  return found ?? null;
}

/** Verifications in the order of their numbers as given; those that there are not are left out. */
export async function readVerifications(run: Run, ids: readonly string[]): Promise<readonly Verification[]> {
  if (ids.length === 0) return [];
  const rows = await run(
    `SELECT verification_id, event FROM verification_events WHERE verification_id IN (${placesFor(ids)}) ` +
      'ORDER BY verification_id, sequence',
    ids,
  );
  const events = new Map<string, Event[]>();
  for (const { verification_id: id, event } of rows) {
    const known = events.get(String(id)) ?? [];
    known.push(JSON.parse(String(event)) as Event);
    events.set(String(id), known);
  }
  return ids.flatMap((id) => verificationOf(id, events.get(id) ?? []) ?? []);
}

/**
 * Keeps a verification from everybody else until the transaction ends, and says whether there is one. It comes first in its
 * transaction: what is read after it is what others left.
 */
export async function lockVerification(
  run: Run,
  dialect: Database['dialect'],
  id: string,
): Promise<Row | undefined> {
  const [row] = await run(
    `SELECT id, version, lease_by FROM verifications WHERE id = ?${dialect === 'mysql' ? ' FOR UPDATE' : ''}`,
    [id],
  );
  return row;
}

/** As many places of a statement as there are values. */
export function placesFor(values: readonly unknown[]): string {
  return Array(values.length).fill('?').join(', ');
}
