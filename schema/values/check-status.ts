/**
 * How a registry answered, worst first. A household's status is the worst of its subjects', and where
 * several hold for one person the worst too. UNAUTHORISED is worst: then nothing was asked at all.
 */
export const checkStatuses = [
  'UNAUTHORISED',
  'UNAVAILABLE',
  'IDENTITY_CONFLICT',
  'NOT_COVERED',
  'STALE',
  'FOUND',
  'NO_RECORD',
] as const;

export type CheckStatus = (typeof checkStatuses)[number];

/** The worst of some statuses. Of none it is UNAVAILABLE: where nobody was asked about, nothing is known. */
export function worstOf(statuses: readonly CheckStatus[]): CheckStatus {
  const [first, ...more] = statuses;
  // Most registries say the same of everybody.
  if (first && more.every((status) => status === first)) return first;
  return checkStatuses.find((status) => statuses.includes(status)) ?? 'UNAVAILABLE';
}
