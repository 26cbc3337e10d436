/** Told of everything that is wrong, a line each, as it is found. */
export type OnProblem = (problem: string) => void;

/**
 * Entries at the end of a chain that no head in a witness file covers yet. Their chain's tip is signed, but a database
 * put back to an older state has its older tip: nothing would tell that these were there.
 */
export interface Unwitnessed {
  readonly chain: string;
  readonly from: number;
  readonly to: number;
}

/** What a verification went through. */
export interface Verification {
  readonly chains: number;
  readonly entries: number;
  /** Signed heads in the database. */
  readonly heads: number;
  /** Signed heads in witness files. */
  readonly witnessed: number;
  /** Lines of witness files that cannot be read: a write that was cut off leaves one. */
  readonly unreadable: number;
  readonly unwitnessed: readonly Unwitnessed[];
  readonly problems: number;
}
