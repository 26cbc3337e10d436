import type { GraphQLRequestContextWillSendResponse } from '@apollo/server';
import type { FormattedExecutionResult } from 'graphql';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import type { GatewayContext } from '../gateway-context';

const wellFormed: ReadonlySet<unknown> = new Set<ErrorCode>([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
]);

/**
 * GraphQL over HTTP: a client that asks for `application/json` by name, and not for `application/graphql-response+json`,
 * gets 200 where its request was well-formed and its document was not. Everybody else gets 400.
 */
export function keepLegacyStatus(
  { request, response }: GraphQLRequestContextWillSendResponse<GatewayContext>,
  { data, errors = [] }: FormattedExecutionResult,
): void {
  const accept = request.http?.headers.get('accept') ?? '';
  const isLegacy =
    accept.includes('application/json') && !accept.includes('application/graphql-response+json');
  const isOfDocument =
    errors.length > 0 && errors.every(({ extensions }) => wellFormed.has(extensions?.['code']));
  if (isLegacy && isOfDocument && data === undefined) response.http.status = 200;
}
