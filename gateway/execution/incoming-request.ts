import type { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode } from 'graphql';
import type { GatewayContext } from '../gateway-context';

/** A request as Apollo's executor and its data sources know it. */
export type IncomingRequest = Parameters<ApolloGateway['executor']>[0];

interface Incoming {
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GatewayContext;
}

/** As much of it as they read: it is the same whether the request came through Apollo Server or not. */
export function incomingRequest({ document, variables, context }: Incoming): IncomingRequest {
  const { logger } = context;
  return { request: { variables }, document, context, logger, metrics: {} } as unknown as IncomingRequest;
}
