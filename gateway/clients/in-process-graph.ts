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
import type { ProblemOf } from '../limits/problem-of';

export interface InProcessOptions {
  readonly documents: OperationManifest;
  readonly problemOf: ProblemOf;
  readonly requestDeadlineMs: number;
  readonly logger: Logger;
}

/** A way to a graph that is still being put together. */
export interface InProcessGraph extends GraphClient {
  /** Gives the server, for which questions wait. */
  bind(server: ApolloServer<GatewayContext>): void;
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
 * document within its role's limits, for a stated purpose, with an entry in the ledger. Departments open before there is
 * a server, so that their first questions may have to wait for it.
 */
export function inProcessGraph({
  documents,
  problemOf,
  requestDeadlineMs,
  logger,
}: InProcessOptions): InProcessGraph {
  let bind: InProcessGraph['bind'] = () => undefined;
  const bound = new Promise<ApolloServer<GatewayContext>>((resolve) => (bind = resolve));
  return {
    bind: (server) => bind(server),
    async ask(request) {
      const operation = namedOperation(documents, request.operation);
      const { variables } = request;
      const problem = problemOf({ query: operation.body, variables }, asker.role);
      if (problem) {
        const extensions = { ...problem.details, code: problem.code };
        return { data: null, errors: [clientError({ message: '', extensions })] };
      }
      const server = await within(Date.now() + requestDeadlineMs, bound);
      const deadline = Date.now() + requestDeadlineMs;
      const context = contextOf(request, deadline, logger);
      return within(deadline + patienceMs, answerOf(server, operation, variables, context));
    },
  };
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
