import type { Purpose } from '../../schema/access/purposes';

/** How a request ended. */
export const outcomes = [
  /** The answer left whole. */
  'ANSWERED',
  /** The answer left with errors beside its data. */
  'PARTIAL',
  /** Nothing was asked: the caller may not, or the request does not hold. */
  'REFUSED',
  /** It was asked, and no data left. */
  'FAILED',
] as const;

export type AccessOutcome = (typeof outcomes)[number];

/** What one registry said, as lists of indices into the entry's households. */
export interface RegistryTouched {
  readonly name: string;
  readonly statuses: readonly { readonly status: string; readonly households: readonly number[] }[];
}

/** One access to personal data, as the ledger keeps it: who, what for, whose and what, and how it ended. */
export interface AccessEntry {
  /** RFC 3339 in UTC, to the millisecond. */
  readonly at: string;
  /** The subject of the caller's token: a user or a system. */
  readonly subject: string;
  readonly role: string;
  /** The divisions that the caller was limited to; null where to none. */
  readonly divisions: readonly string[] | null;
  readonly purpose: Purpose | null;
  readonly reason: string | null;
  readonly correlationId: string;
  /** The operation's name; null where it has none. */
  readonly operation: string | null;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly document: string;
  /** Households asked for, found or not; the division is null where no answer told it. */
  readonly households: readonly { readonly id: string; readonly division: string | null }[];
  /** Pseudonyms of the people concerned. */
  readonly persons: readonly string[];
  /** Coordinates of all fields of the operation, sorted: Household.members. */
  readonly fields: readonly string[];
  readonly registries: readonly RegistryTouched[];
  readonly outcome: AccessOutcome;
  /** The codes of its errors, each once. */
  readonly codes: readonly string[];
}
