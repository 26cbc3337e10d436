import type { Logger } from 'pino';
import type { DepartmentCall } from '../schema/wire/caller';
import type { Principal } from './access/principal';

/** What one request carries through the gateway. */
export interface GatewayContext {
  readonly principal: Principal;
  /** What each department is told beside its operation; the time it may take is added call by call. */
  readonly call: Omit<DepartmentCall, 'budgetMs'>;
  /** When the request has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly logger: Logger;
}
