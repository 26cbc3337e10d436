import { createHash } from 'node:crypto';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import type { Session } from '../../runtime/database/open-database';

/** What a client asked for by a key of its own. */
export interface KeyedRequest {
  /** Who: keys of different people are different keys. */
  readonly subject: string;
  readonly key: string;
  /** The step or other deed, with everything that was said of it. */
  readonly request: readonly [deed: string, input: object];
}

/**
 * What an earlier request of the same key came to: the number of the verification, batch or alert. Null where the key is
 * new. Throws KEY_REUSED where the key was given for something else.
 */
export async function earlierResult(session: Session, keyed: KeyedRequest): Promise<string | null> {
  const [row] = await session.run('SELECT request, subject_id FROM step_keys WHERE step_key = ?', [
    keyDigest(keyed),
  ]);
  if (!row) return null;
  if (row['request'] !== requestDigest(keyed)) throw catalogueError('KEY_REUSED');
  return String(row['subject_id']);
}

/** Keeps what a key came to; its own key lets no second one in. */
export async function keepResult(session: Session, keyed: KeyedRequest, subjectId: string): Promise<void> {
  await session.run('INSERT INTO step_keys (step_key, request, subject_id) VALUES (?, ?, ?)', [
    keyDigest(keyed),
    requestDigest(keyed),
    subjectId,
  ]);
}

function keyDigest({ subject, key }: KeyedRequest): string {
  return sha256(JSON.stringify([subject, key]));
}

/** The order in which a client names what it says does not matter. */
function requestDigest({ request: [deed, input] }: KeyedRequest): string {
  return sha256(JSON.stringify([deed, sorted(input)]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, inner]) => [name, sorted(inner)]);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
