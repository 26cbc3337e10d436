import type { Logger } from 'pino';
import type { DepartmentCall } from '../schema/wire/caller';
import type { Asker } from './access/check-access';
import { Touched } from './ledger/touched';

/** Who asks, what for, and how long that may take. */
export interface Request extends Asker {
  readonly correlationId: string;
  /** When the request has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly logger: Logger;
}

/** What one request carries through the gateway. */
export interface GatewayContext extends Omit<Request, 'correlationId'> {
  /** What each department is told beside its operation; time and households are added call by call. */
  readonly call: Omit<DepartmentCall, 'budgetMs' | 'cases'>;
  /** Whose data the request has read so far. */
  readonly touched: Touched;
}

export function gatewayContext({ correlationId, ...request }: Request): GatewayContext {
  const { subject, role, divisions } = request.principal;
  return {
    ...request,
    call: {
      callers: [{ subject, role, ...(divisions ? { divisions } : {}) }],
      purpose: request.stated.purpose,
      correlationId,
    },
    touched: new Touched(),
  };
}
