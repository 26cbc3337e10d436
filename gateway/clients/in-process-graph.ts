import { randomUUID } from 'node:crypto';
import type { ApolloServer } from '@apollo/server';
import type { Logger } from 'pino';
import { namedOperation, type OperationManifest, type PublishedOperation } from '../../schema/operations';
import type { GraphAnswer, GraphClient, GraphRequest } from '../../schema/wire/graph-client';
import { within } from '../../schema/wire/within';
import { statedPurpose } from '../access/purpose';
import { roles } from '../access/roles';
import { clientError } from '../errors/client-error';
import { gatewayContext, type GatewayContext } from '../gateway-context';
import type { Problem } from '../limits/problem';
import type { FrontDesk } from '../overload/front-desk';
import type { CurrentSupergraph } from '../reload/current-supergraph';

export interface InProcessOptions {
  readonly documents: OperationManifest;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
}

/** A way to a graph that is still being put together. */
export interface InProcessGraph extends GraphClient {
  /** Gives what questions are answered by, for which they wait, and who says when it is their turn. */
  bind(answering: Answering): void;
}

/** By what questions are answered: each by the supergraph of its moment. */
export interface Answering {
  readonly supergraph: CurrentSupergraph;
  readonly desk: FrontDesk;
}

/** Who asks: the department is its role's only subject here. */
const asker = {
  subject: 'verification',
  role: 'verification',
  scopes: new Set<string>(roles.verification),
} as const;

/** How much longer than a request's own deadline its answer is waited for, in milliseconds: its entry is written last. */
const patienceMs = 2_000;

/**
 * The graph for a department that answers in the gateway's own process. It asks as any other client does: by a published
 * document within its role's limits, for a stated purpose, in its turn, with an entry in the ledger; it never goes away
 * before its answer is there. Departments open before there is a server, so that their first questions may have to wait
 * for it.
 */
export function inProcessGraph({ documents, requestDeadlineMs, logger }: InProcessOptions): InProcessGraph {
  let bind: InProcessGraph['bind'] = () => undefined;
  const bound = new Promise<Answering>((resolve) => (bind = resolve));
  return {
    bind: (answering) => bind(answering),
    async ask(request) {
      const operation = namedOperation(documents, request.operation);
      const { variables } = request;
      const { supergraph, desk } = await within(Date.now() + requestDeadlineMs, bound);
      const held = supergraph.hold();
      try {
        const question = { query: operation.body, variables };
        const problem = held.problemOf(question, asker.role);
        if (problem) return refusal(problem);
        const leave = await desk.turn(held.laneOf(question, asker.role), Date.now() + requestDeadlineMs);
        const deadline = Date.now() + requestDeadlineMs;
        const context = contextOf(request, deadline, logger);
        const letGo = held.hold();
        const answer = answerOf(held.server, operation, variables, context).finally(() => {
          leave();
          letGo();
        });
        return await within(deadline + patienceMs, answer);
      } finally {
        held.letGo();
      }
    },
  };
}

function refusal({ code, details }: Problem): GraphAnswer {
  return { data: null, errors: [clientError({ message: '', extensions: { ...details, code } })] };
}

function contextOf({ purpose, reason }: GraphRequest, deadline: number, logger: Logger): GatewayContext {
  const correlationId = randomUUID();
  return gatewayContext({
    principal: asker,
    stated: statedPurpose(asker.role, { purpose, reason: encodeURIComponent(reason) }),
    correlationId,
    deadline,
    logger: logger.child({ correlationId }),
  });
}

async function answerOf(
  server: ApolloServer<GatewayContext>,
  { body: query, name: operationName }: PublishedOperation,
  variables: GraphRequest['variables'],
  contextValue: GatewayContext,
): Promise<GraphAnswer> {
  const { body } = await server.executeOperation({ query, operationName, variables }, { contextValue });
  if (body.kind !== 'single') throw new Error('an answer comes whole');
  const { data = null, errors = [] } = body.singleResult;
  return { data, errors };
}
