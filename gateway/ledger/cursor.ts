import { catalogueError } from '../../schema/wire/catalogue-error';

/** An entry's place among all entries of all chains: by time, then by chain, then by sequence number. */
export interface Place {
  readonly at: number;
  readonly chain: string;
  readonly seq: number;
}

export function cursorOf({ at, chain, seq }: Place): string {
  return Buffer.from(JSON.stringify([at, chain, seq])).toString('base64url');
}

/** Reads a cursor; throws INVALID_CURSOR for any other text. Whether there is such an entry, the ledger knows. */
export function placeOf(cursor: string): Place {
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(read) && read.length === 3) {
      const [at, chain, seq] = read as unknown[];
      if (isCount(at) && typeof chain === 'string' && isCount(seq)) return { at, chain, seq };
    }
  } catch {
    // Told below, like any other text that is no cursor.
  }
  throw catalogueError('INVALID_CURSOR');
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value);
}
