import type { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import type { Request, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { purposeHeader, reasonHeader } from '../../schema/access/purposes';
import { CallerGone } from '../../schema/wire/caller-gone';
import type { Principal } from '../access/principal';
import { statedPurpose } from '../access/purpose';
import { gatewayContext, type GatewayContext } from '../gateway-context';
import { graphqlRequest } from '../limits/graphql-request';
import { refuseOverload } from '../overload/come-in-first';
import type { FrontDesk } from '../overload/front-desk';
import { Overloaded } from '../overload/lanes';
import type { HeldSupergraph } from '../reload/current-supergraph';
import { plainQuestion, sendAnswer } from './send-answer';

/** What is known of a question before it is its turn. */
export interface Asking {
  readonly principal: Principal;
  readonly correlationId: string;
  /** By which it was measured, and is answered. */
  readonly supergraph: HeldSupergraph;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

export interface AnswerOptions {
  readonly desk: FrontDesk;
  readonly requestDeadlineMs: number;
  /**
   * Whether a page of households is answered some at a time, so that others need not wait for all of it: where each
   * department is a process. In one process a page stays one statement a registry.
   */
  readonly pagesGiveWay: boolean;
  readonly logger: Logger;
}

/**
 * Answers a question when it is its turn. The turn ends and the supergraph is let go when the work is done, its entry in
 * the ledger included, whether or not anybody waits for the answer by then. It stands after whoever puts an `Asking` into
 * `response.locals`.
 */
export function answerInTurn(options: AnswerOptions): RequestHandler {
  const { desk, requestDeadlineMs } = options;
  return async (request, response, next) => {
    const asking = response.locals as Asking;
    const { principal, supergraph, signal } = asking;
    const letGo = supergraph.hold();
    try {
      const now = Date.now();
      const lane = supergraph.laneOf(graphqlRequest(request), principal.role);
      const context = contextOf(request, asking, now + requestDeadlineMs, options);
      const leave = await desk.turn(lane, now + desk.patienceMs, signal);
      try {
        const question = plainQuestion(request);
        const answer = question && (await supergraph.answerPublished(question, context));
        if (answer) sendAnswer(request, response, answer);
        else await askApollo(supergraph.server, context)(request, response, next);
      } finally {
        leave();
      }
    } catch (error) {
      if (error instanceof Overloaded) refuseOverload(response, desk);
      else if (!(error instanceof CallerGone)) throw error;
    } finally {
      letGo();
    }
  };
}

function askApollo(server: ApolloServer<GatewayContext>, context: GatewayContext): RequestHandler {
  return expressMiddleware(server, { context: () => Promise.resolve(context) });
}

function contextOf(
  request: Request,
  { principal, correlationId, signal }: Asking,
  deadline: number,
  { desk, requestDeadlineMs, pagesGiveWay, logger }: AnswerOptions,
): GatewayContext {
  return gatewayContext({
    principal,
    stated: statedPurpose(principal.role, {
      purpose: request.get(purposeHeader),
      reason: request.get(reasonHeader),
    }),
    correlationId,
    deadline,
    signal,
    // In the second half of its time a page has to come to its end.
    ...(pagesGiveWay ? { giveWay: () => desk.giveWay(deadline - requestDeadlineMs / 2) } : {}),
    logger: logger.child({ correlationId }),
  });
}
