import type { AccessEntry } from './access-entry';

/** Which accesses to look for; all that is given has to hold. */
export interface AccessFilter {
  readonly householdId?: string | null;
  readonly personId?: string | null;
  readonly subject?: string | null;
  readonly role?: string | null;
  readonly purpose?: string | null;
  /** At this instant or later, RFC 3339. */
  readonly from?: string | null;
  /** Before this instant. */
  readonly to?: string | null;
}

export interface AccessSearch {
  readonly filter: AccessFilter;
  /**
   * Entries with a household in these divisions or below them, and none in others; undefined for all. Households whose
   * division no answer told hide no entry, but are not shown, nor found by: somebody else may have one of that number.
   */
  readonly divisions?: readonly string[] | undefined;
  /** How many entries, 1 to 100. */
  readonly first: number;
  /** The cursor of the entry after which the page begins. */
  readonly after?: string | null;
}

/** An entry as it stands in the ledger. */
export interface RecordedAccess {
  /** Names the chain and the entry's place in it. */
  readonly id: string;
  readonly cursor: string;
  readonly entry: AccessEntry;
}

/** One page, newest entry first. */
export interface AccessPage {
  readonly accesses: readonly RecordedAccess[];
  readonly hasNextPage: boolean;
}

/** The ledger as a gateway uses it: one chain of its own to write, all chains to read. */
export interface Ledger {
  /** Whether the newest write succeeded, or a probe since. */
  readonly isWritable: boolean;
  /** Resolves when the entry is durable; rejects where it is not known to be. */
  write(entry: AccessEntry): Promise<void>;
  /** Throws INVALID_CURSOR where `after` is none of its cursors. */
  read(search: AccessSearch): Promise<AccessPage>;
  /** Signs the head of the chain and closes the database. */
  close(): Promise<void>;
}
