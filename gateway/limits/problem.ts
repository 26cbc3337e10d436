import type { ErrorCode } from '../../schema/wire/error-catalogue';

/** Why a request is refused: a code of the catalogue and the details that it has. */
export interface Problem {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, string>>;
}

/** One limit: what there is, how much of it may be, and what it is called where it is more. */
export type Check = readonly [actual: number, limit: number, code: ErrorCode];

/** The first of these limits that is passed, or null. */
export function firstPassed(checks: readonly Check[]): Problem | null {
  const passed = checks.find(([actual, limit]) => actual > limit);
  return passed ? { code: passed[2], details: { limit: String(passed[1]) } } : null;
}
