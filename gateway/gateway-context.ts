import { setMaxListeners } from 'node:events';
import type { Logger } from 'pino';
import type { DepartmentCall } from '../schema/wire/caller';
import type { Asker } from './access/check-access';
import { Touched } from './ledger/touched';

/** Who asks, what for, and how long that may take. */
export interface Request extends Asker {
  readonly correlationId: string;
  /** When the request has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  /** Aborted with a CallerGone when nobody waits for the answer any more; left out, somebody always does. */
  readonly signal?: AbortSignal;
  /**
   * Waits while others are to be served first, though not for long: a page of households is answered some at a time, and
   * gives way before each. Left out, a page is answered whole.
   */
  readonly giveWay?: () => Promise<void>;
  readonly logger: Logger;
}

/** What one request carries through the gateway. */
export interface GatewayContext extends Required<Omit<Request, 'giveWay'>>, Pick<Request, 'giveWay'> {
  /** What each department is told beside its operation; time and households are added call by call. */
  readonly call: Omit<DepartmentCall, 'budgetMs' | 'cases'>;
  /** Whose data the request has read so far. */
  readonly touched: Touched;
}

/** Of whoever waits for every answer. */
const neverGone = new AbortController().signal;
setMaxListeners(0, neverGone);

export function gatewayContext({ correlationId, signal = neverGone, ...request }: Request): GatewayContext {
  const { subject, role, divisions } = request.principal;
  return {
    ...request,
    correlationId,
    signal,
    call: {
      callers: [{ subject, role, ...(divisions ? { divisions } : {}), correlationId }],
      purpose: request.stated.purpose,
    },
    touched: new Touched(),
  };
}
