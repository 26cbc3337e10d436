import { DepartmentFailure } from '../department-failure';
import type { CallOutcome } from './department-watch';

const known: ReadonlyMap<string, CallOutcome> = new Map([
  ['DEADLINE_EXCEEDED', 'late'],
  ['CALLER_GONE', 'gone'],
  ['AbortError', 'gone'],
  ['NOT_JSON', 'malformed'],
  ['NOT_AN_ANSWER', 'malformed'],
  ['NO_DATA', 'malformed'],
  ['TOO_LARGE', 'malformed'],
  ['CIRCUIT_OPEN', 'circuit_open'],
]);

const connections = /^(E[A-Z]+|UND_ERR_\w+)$/;

/** In which of the few ways a call failed. */
export function failedOutcome(error: unknown): CallOutcome {
  const { reason } = DepartmentFailure.of(error);
  const outcome = known.get(reason);
  if (outcome) return outcome;
  if (reason.startsWith('HTTP_')) return reason.startsWith('HTTP_5') ? 'server_error' : 'refused';
  return connections.test(reason) ? 'connection' : 'other';
}

/**
 * Whether a failure tells that the department is in trouble. A caller that has gone tells nothing of it, and one that
 * refuses a call is there to do so.
 */
export function countsAgainst(error: unknown): boolean {
  const outcome = failedOutcome(error);
  return outcome !== 'gone' && outcome !== 'refused';
}
