/** How a call to a department ended, in one of few words: they are labels of metrics. */
export type CallOutcome =
  | 'answered'
  /** Answered, and slower than it may be. */
  | 'slow'
  /** Not in time. */
  | 'late'
  /** HTTP 5xx. */
  | 'server_error'
  /** Any other status but 200: it answers, and does not take the call. */
  | 'refused'
  /** What came is not an answer, or too long for one. */
  | 'malformed'
  /** No connection, or one that ended before the answer did. */
  | 'connection'
  /** Whoever asked did not wait for it. */
  | 'gone'
  /** Not asked, for its circuit is open. */
  | 'circuit_open'
  | 'other';

/** A circuit that is open lets no call through, one that is half open one on trial. */
export type CircuitState = 'CLOSED' | 'HALF_OPEN' | 'OPEN';

/** Told how calls to departments end, and how their circuits stand. It never throws. */
export interface DepartmentWatch {
  /** A call that ended, after so many milliseconds. */
  called(department: string, outcome: CallOutcome, milliseconds: number): void;
  /** A circuit that changed; at its making, from CLOSED to CLOSED. */
  switched(department: string, from: CircuitState, to: CircuitState): void;
}
