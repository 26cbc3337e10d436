import { statedPurpose } from '../../gateway/access/purpose';
import { purposesOf, roles, type Role } from '../../gateway/access/roles';
import { gatewayContext } from '../../gateway/gateway-context';
import type { Graph } from '../../gateway/main';
import { testLogger } from './test-logger';

export interface Asked {
  readonly data: Record<string, unknown> | null | undefined;
  readonly errors: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface AskOptions {
  readonly role?: Role;
  readonly divisions?: readonly string[];
  readonly variables?: Readonly<Record<string, unknown>>;
  /** What for; the first purpose of the role where it is left out, none where it is null. */
  readonly purpose?: string | null;
  readonly reason?: string;
  /** How a page waits for others. */
  readonly giveWay?: () => Promise<void>;
}

/** Asks the graph in this process, as a verifier where no role is given. */
export async function ask(graph: Graph, query: string, options: AskOptions = {}): Promise<Asked> {
  const { role = 'verifier', divisions, variables, purpose = purposesOf[role][0] } = options;
  const { reason = 'test', giveWay } = options;
  const response = await graph.server.executeOperation(
    { query, ...(variables ? { variables } : {}) },
    {
      contextValue: gatewayContext({
        principal: { subject: `test-${role}`, role, scopes: new Set(roles[role]), divisions },
        stated: statedPurpose(role, { purpose: purpose ?? undefined, reason }),
        correlationId: 'test-correlation',
        deadline: Date.now() + 30_000,
        ...(giveWay ? { giveWay } : {}),
        logger: testLogger,
      }),
    },
  );
  if (response.body.kind !== 'single') throw new Error('an answer comes whole');
  // Through JSON, as a client has it: graphql-js makes objects without a prototype.
  const { data, errors = [] } = JSON.parse(JSON.stringify(response.body.singleResult)) as Partial<Asked>;
  testLogger.info({ errors }, 'errors as told');
  return { data, errors };
}

/** The answer has these errors and no others, in any order, each as `CODE` or `CODE at path`. */
export function expectErrors({ errors }: Asked, ...expected: readonly string[]): void {
  const told = errors.map(({ extensions, path }) => {
    const code = String(extensions?.['code']);
    return path ? `${code} at ${path.join('.')}` : code;
  });
  expect(told.sort()).toEqual([...expected].sort());
}
