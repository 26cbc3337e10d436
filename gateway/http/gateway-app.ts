import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Authenticate } from '../access/authenticate';
import type { Principal } from '../access/principal';
import { purposeHeader, reasonHeader, statedPurpose } from '../access/purpose';
import { gatewayContext, type GatewayContext } from '../gateway-context';
import { correlationHeader, correlationIdOf } from './correlation-id';
import { refuse } from './refusal';

export interface AppOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly requestDeadlineMs: number;
  /** False while the process starts or drains. */
  readonly isReady: () => boolean;
  readonly logger: Logger;
}

const maxBody = '256kb';

/** What the middlewares of one request hand on. */
interface Locals {
  correlationId: string;
  principal: Principal;
}

/** The gateway's HTTP face: health for whoever runs it, the graph for whoever holds a token. */
export function gatewayApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    response.locals['correlationId'] = correlationIdOf(request.get(correlationHeader));
    response.setHeader(correlationHeader, localsOf(response.locals).correlationId);
    next();
  });
  app.get('/health/live', (_, response) => void response.json({ status: 'live' }));
  app.get('/health/ready', (_, response) => {
    const ready = options.isReady();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.use(
    '/graphql',
    knownCallers(options.authenticate),
    express.json({ limit: maxBody }),
    expressMiddleware(options.server, {
      context: ({ req, res }) => Promise.resolve(contextOf(req, localsOf(res.locals), options)),
    }),
  );
  app.use((_, response) => void response.status(404).end());
  app.use(badRequests);
  return app;
}

/** A stranger gets 401 before a byte of the request is read. */
function knownCallers(authenticate: Authenticate): RequestHandler {
  return async (request: Request, response, next) => {
    const principal = await authenticate(request.get('authorization'));
    if (!principal) {
      refuse(response, 'UNAUTHENTICATED');
      return;
    }
    response.locals['principal'] = principal;
    next();
  };
}

function contextOf(
  request: Request,
  { principal, correlationId }: Locals,
  { requestDeadlineMs, logger }: AppOptions,
): GatewayContext {
  return gatewayContext({
    principal,
    stated: statedPurpose(principal.role, {
      purpose: request.get(purposeHeader),
      reason: request.get(reasonHeader),
    }),
    correlationId,
    deadline: Date.now() + requestDeadlineMs,
    logger: logger.child({ correlationId }),
  });
}

function localsOf(locals: Record<string, unknown>): Locals {
  return locals as unknown as Locals;
}

/** A body that is too long or not JSON, or a fault of ours. Express would answer with a text that quotes it. */
const badRequests: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const isTheirs = error.status !== undefined && error.status < 500;
  refuse(response, isTheirs ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
};
