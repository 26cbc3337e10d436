import type { GraphQLError } from 'graphql';
import type { GatewayContext } from '../gateway-context';
import type { IncomingRequest } from './incoming-request';
import type { Gathered } from './merge-answer';

/** One execution of a compiled plan. */
export interface Running {
  /** What departments have answered so far, unshaped. */
  readonly data: Gathered;
  /** What has gone wrong so far: errors of departments, and what failed here in asking them. */
  readonly errors: GraphQLError[];
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
  readonly incoming: IncomingRequest;
}
