import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Purpose } from '../../../schema/access/purposes';
import { namedOperation, readManifest } from '../../../schema/operations';
import { statedPurpose } from '../../access/purpose';
import { roles, type Role } from '../../access/roles';
import { gatewayContext } from '../../gateway-context';
import type { Graph } from '../../main';

/** Somebody at a desk. */
export interface Clerk {
  readonly subject: string;
  readonly role: Role;
  /** The divisions whose households they see; all where left out. */
  readonly divisions?: readonly string[];
}

/** What is asked: a published document by its name, with its variables. */
export interface Question {
  readonly operation: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly purpose?: Purpose;
}

/** Asks as a clerk, and gives the answer's only root field. Rejects with the codes of the errors where there are any. */
export type AskAs = <T>(clerk: Clerk, question: Question) => Promise<T>;

/** Nobody sits before a screen here: a busy machine must not make an answer fail. */
const patienceMs = 120_000;

/** Asks a graph in this process by its published documents, as clients do over HTTP behind their tokens. */
export function askingAs(graph: Pick<Graph, 'server'>, logger: Logger): AskAs {
  const documents = readManifest();
  return async <T>({ divisions, ...clerk }: Clerk, { operation: name, variables, purpose }: Question) => {
    const { body: query } = namedOperation(documents, name);
    const { role } = clerk;
    const { body } = await graph.server.executeOperation(
      { query, operationName: name, variables: { ...variables } },
      {
        contextValue: gatewayContext({
          principal: { ...clerk, divisions, scopes: new Set(roles[role]) },
          stated: statedPurpose(role, { purpose }),
          correlationId: randomUUID(),
          deadline: Date.now() + patienceMs,
          logger,
        }),
      },
    );
    if (body.kind !== 'single') throw new Error('an answer comes whole');
    const { data, errors = [] } = body.singleResult;
    const codes = errors.map(({ extensions }) => String(extensions?.['code']));
    if (!data || codes.length > 0) throw new Error(`${name}: ${codes.join(', ')}`);
    return Object.values(data)[0] as T;
  };
}
