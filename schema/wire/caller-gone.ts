/** Why work is given up whose result nobody waits for any more. It is nobody's failure. */
export class CallerGone extends Error {
  readonly code = 'CALLER_GONE';

  constructor() {
    super('The caller has gone');
    this.name = 'CallerGone';
  }
}

/** Whether a signal was aborted because the caller has gone, and not because time ran out. */
export function isCallerGone(signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && signal.reason instanceof CallerGone;
}
