/** How many different households one subject may see within an hour. */
export interface Allowance {
  readonly subject: string;
  readonly limit: number;
}

/** Whether households were charged; if not, none of them was, and when there may be room again. */
export type Charged =
  { readonly isCharged: true } | { readonly isCharged: false; readonly retryAfterSeconds: number };

/** Counts the different households that each subject asked for within the last hour. */
export interface HouseholdBudget {
  /** Whether it can count at this moment. */
  readonly isAvailable: boolean;
  /**
   * Charges households to a subject: all, or where the limit would be passed none. One that was charged within the
   * hour costs nothing again, and counts for another hour. Rejects where they cannot be counted.
   */
  charge(allowance: Allowance, households: readonly string[], now: Date): Promise<Charged>;
  close(): Promise<void>;
}

/** The window, in milliseconds. */
export const windowMs = 3_600_000;

/** The answer where the `oldest` charge in the way ends at the earliest; without one there will never be room. */
export function spent(oldest: number | undefined, now: number): Charged {
  const waitMs = oldest === undefined ? windowMs : oldest + windowMs - now;
  return { isCharged: false, retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
}
