/** Told of everything that is wrong, a line each, as it is found. */
export type OnProblem = (problem: string) => void;

/** Entries of one chain that no signed head covers yet. */
export interface Uncovered {
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
  readonly uncovered: readonly Uncovered[];
  readonly problems: number;
}
