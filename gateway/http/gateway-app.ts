import express, { type ErrorRequestHandler, type Express, type Request, type RequestHandler } from 'express';
import type { Authenticate } from '../access/authenticate';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import type { Role } from '../access/roles';
import { documentsById, trustedDocumentsOnly } from '../documents/documents-gate';
import type { TrustedDocuments } from '../documents/trusted-documents';
import { metricsRoute } from '../metrics/metrics-route';
import type { GatewayMetrics } from '../metrics/gateway-metrics';
import { limitsGate } from '../limits/limits-gate';
import { readBody } from '../limits/read-body';
import { comeInFirst } from '../overload/come-in-first';
import type { CurrentSupergraph } from '../reload/current-supergraph';
import { answerInTurn, type AnswerOptions, type Asking } from './answer-in-turn';
import { callerSignal, whenClosed } from './caller-signal';
import { lastAnswers } from './last-answers';
import { correlationHeader, correlationIdOf } from './correlation-id';
import { refuse } from '../errors/refuse';
import { acceptableOnly, serverRefusals } from './server-refusals';

export interface AppOptions extends AnswerOptions {
  readonly supergraph: CurrentSupergraph;
  readonly authenticate: Authenticate;
  readonly metrics: GatewayMetrics;
  readonly documents: TrustedDocuments;
  /** Which roles may send documents that are not published. */
  readonly mayAskFreely: (role: Role) => boolean;
  /** Whether others than those who drain it should send requests here. */
  readonly isReady: () => boolean;
  /** Aborted when the process is to end. */
  readonly draining: AbortSignal;
}

/** What the middlewares of one request hand on, each from where it is known. */
interface Locals extends Partial<Asking> {
  readonly correlationId: string;
  /** The code of the error that ended the request before it reached the graph. */
  readonly refusedWith?: ErrorCode;
}

/** The gateway's HTTP face: health for whoever runs it, the graph for whoever holds a token. */
export function gatewayApp(options: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use((request, response, next) => {
    response.once('finish', () => noteRefusal(localsOf(response.locals), options));
    response.locals['correlationId'] = correlationIdOf(request.get(correlationHeader));
    response.setHeader(correlationHeader, localsOf(response.locals).correlationId);
    next();
  });
  app.use(lastAnswers(options.draining));
  app.get('/health/live', (_, response) => void response.json({ status: 'live' }));
  app.get('/health/ready', (_, response) => {
    const ready = options.isReady() && !options.draining.aborted && !options.desk.isShedding;
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'not ready' });
  });
  app.get('/metrics', metricsRoute(options.metrics, options.authenticate));
  app.use(
    '/graphql',
    knownCallers(options.authenticate),
    acceptableOnly(),
    comeInFirst(options.desk),
    readBody(),
    documentsById(options.documents),
    oneSupergraph(options.supergraph),
    limitsOfSupergraph,
    trustedDocumentsOnly(options.documents, options.mayAskFreely),
    serverRefusals(),
    answerInTurn(options),
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
    response.locals['signal'] = callerSignal(response);
    next();
  };
}

/** Holds the supergraph of this moment for all that a question goes through. */
function oneSupergraph(current: CurrentSupergraph): RequestHandler {
  return (_request, response, next) => {
    const held = current.hold();
    response.locals['supergraph'] = held;
    whenClosed(response, held.letGo);
    next();
  };
}

/** Measures a question by the supergraph that it is answered by. */
const limitsOfSupergraph: RequestHandler = (request, response, next) =>
  limitsGate((response.locals as Asking).supergraph.problemOf)(request, response, next);

function localsOf(locals: Record<string, unknown>): Locals {
  return locals as unknown as Locals;
}

/** What never reaches the graph leaves a line all the same, and is counted. */
function noteRefusal(
  { refusedWith, principal, correlationId }: Locals,
  { logger, metrics }: Pick<AppOptions, 'logger' | 'metrics'>,
): void {
  if (!refusedWith) return;
  metrics.requests.refused(refusedWith);
  const { subject, role } = principal ?? {};
  const shown = subject && redactIdNumbers(subject);
  logger.warn({ correlationId, subject: shown, role, code: refusedWith }, 'refused');
}

/** A body that is too long or not JSON, or a fault of ours. Express would answer with a text that quotes it. */
const badRequests: ErrorRequestHandler = (error: { status?: number }, _request, response, _next) => {
  const isTheirs = error.status !== undefined && error.status < 500;
  refuse(response, isTheirs ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR');
};
