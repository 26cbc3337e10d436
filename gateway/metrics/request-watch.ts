import type { ErrorCode } from '../../schema/wire/error-catalogue';
import type { AccessOutcome } from '../ledger/access-entry';

/** Told how requests end. It never throws. */
export interface RequestWatch {
  /** A request that reached the graph, after so many milliseconds there. */
  ended(outcome: AccessOutcome, milliseconds: number): void;
  /** One that did not, with the code of its error. */
  refused(code: ErrorCode): void;
}
