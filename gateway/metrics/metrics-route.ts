import type { RequestHandler } from 'express';
import type { Authenticate } from '../access/authenticate';
import { refuse } from '../errors/refuse';
import type { GatewayMetrics } from './gateway-metrics';

/** Shows what is measured to those who keep the gateway running, by a token as for the graph. */
export function metricsRoute(
  { contentType, text }: Pick<GatewayMetrics, 'contentType' | 'text'>,
  authenticate: Authenticate,
): RequestHandler {
  return async (request, response) => {
    const principal = await authenticate(request.get('authorization'));
    if (!principal) refuse(response, 'UNAUTHENTICATED');
    else if (!principal.scopes.has('operations:read')) refuse(response, 'FORBIDDEN');
    else response.set('content-type', contentType).send(await text());
  };
}
