import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Authenticate } from '../access/authenticate';
import { purposeHeader, reasonHeader } from '../../schema/access/purposes';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import type { Principal } from '../access/principal';
import type { Role } from '../access/roles';
import { documentsById, trustedDocumentsOnly } from '../documents/documents-gate';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { limitsGate } from '../limits/limits-gate';
import type { ProblemOf } from '../limits/problem-of';
import { readBody } from '../limits/read-body';
import { statedPurpose } from '../access/purpose';
import { gatewayContext, type GatewayContext } from '../gateway-context';
import { correlationHeader, correlationIdOf } from './correlation-id';
import { refuse } from '../errors/refuse';
import { acceptableOnly, serverRefusals } from './server-refusals';

export interface AppOptions {
  readonly server: ApolloServer<GatewayContext>;
  readonly authenticate: Authenticate;
  readonly problemOf: ProblemOf;
  readonly documents: TrustedDocuments;
  /** Which roles may send documents that are not published. */
  readonly mayAskFreely: (role: Role) => boolean;
  readonly requestDeadlineMs: number;
  /** False while the process starts or drains. */
  readonly isReady: () => boolean;
  readonly logger: Logger;
}

/** What the middlewares of one request hand on. */
interface Locals {
  correlationId: string;
  principal?: Principal;
  /** The code of the error that ended the request before it reached the graph. */
  refusedWith?: ErrorCode;
}

/** The gateway's HTTP face: health for whoever runs it, the graph for whoever holds a token. */
export function gatewayApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    response.once('finish', () => logRefusal(localsOf(response.locals), options.logger));
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
    acceptableOnly(),
    readBody(),
    documentsById(options.documents),
    limitsGate(options.problemOf),
    trustedDocumentsOnly(options.documents, options.mayAskFreely),
    serverRefusals(),
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
  if (!principal) throw new Error('a stranger has come as far as the graph');
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

/** What never reaches the graph leaves a line all the same. */
function logRefusal({ refusedWith, principal, correlationId }: Locals, logger: Logger): void {
  if (!refusedWith) return;
  const { subject, role } = principal ?? {};
  const shown = subject && redactIdNumbers(subject);
  logger.warn({ correlationId, subject: shown, role, code: refusedWith }, 'refused');
}

/** A body that is too long or not JSON, or a fault of ours. Express would answer with a text that quotes it. */
const badRequests: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const isTheirs = error.status !== undefined && error.status < 500;
  refuse(response, isTheirs ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
};
