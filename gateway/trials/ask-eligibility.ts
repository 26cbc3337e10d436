import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Config } from '../../schema/config/read-config';
import { RefusedStart } from '../../schema/config/refused-start';
import { authenticator } from '../access/authenticate';
import { developmentToken } from '../../schema/config/development-token';
import { statedPurpose } from '../access/purpose';
import { tokenKeys } from '../access/token-keys';
import { gatewayContext } from '../gateway-context';
import type { Graph } from '../main';

/** A GraphQL answer as a client has it. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions?: Readonly<Record<string, unknown>> }[];
}

const needsToken = 'TOKEN: expected an access token that the gateway knows and that is in force';

export type Ask = (query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>;

/**
 * Asks a graph in this process as the assistance system does: with a token, which proves who asks and what they may
 * read, and with an entry in the ledger. In development a token is made where none is given.
 */
export async function askerOf(graph: Graph, config: Config, logger: Logger, given?: string): Promise<Ask> {
  const now = new Date();
  const authenticate = authenticator({
    keys: tokenKeys(config),
    issuer: config.TOKEN_ISSUER,
    audience: config.TOKEN_AUDIENCE,
    clock: () => now,
  });
  if (given === undefined && config.DEPLOYMENT === 'production') throw new RefusedStart(needsToken);
  const token = given ?? (await developmentToken(config, { role: 'assistance', now }));
  const principal = await authenticate(`Bearer ${token}`);
  if (!principal) throw new RefusedStart(needsToken);
  return async (query, variables) => {
    const { body } = await graph.server.executeOperation(
      { query, variables: { ...variables } },
      {
        contextValue: gatewayContext({
          principal,
          stated: statedPurpose(principal.role, { purpose: 'RECHECK' }),
          correlationId: randomUUID(),
          deadline: Date.now() + config.REQUEST_DEADLINE_MS,
          logger,
        }),
      },
    );
    if (body.kind !== 'single') throw new Error('an answer comes whole');
    return JSON.parse(JSON.stringify(body.singleResult)) as Answer;
  };
}
