const minute = 60_000;

/** How long a silent registry is left alone after the first attempt, the second, …; after later ones, the last. */
const pauses = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * minute);

/** The pause after so many attempts, in milliseconds. */
export function pauseAfter(attempts: number): number {
  return pauses[Math.min(attempts, pauses.length) - 1] ?? minute;
}

/** How far a tier has come. */
export interface TierProgress {
  /** How often it was asked. */
  readonly attempts: number;
  readonly firstAskedAt: Date;
  /** When it was asked last. */
  readonly askedAt: Date;
  /** For how long registries of it that are silent are asked again. */
  readonly tierMs: number;
}

/** When a tier with silent registries is asked again, at its deadline for the last time; null where that is past. */
export function nextAttemptAt({ attempts, firstAskedAt, askedAt, tierMs }: TierProgress): Date | null {
  const deadline = firstAskedAt.getTime() + tierMs;
  if (askedAt.getTime() >= deadline) return null;
  return new Date(Math.min(askedAt.getTime() + pauseAfter(attempts), deadline));
}
