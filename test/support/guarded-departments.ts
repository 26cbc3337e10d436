import type { GraphQLFormattedError } from 'graphql';
import { departments } from '../../subgraphs';
import { openDepartment, type OpenDepartment } from '../../subgraphs/runtime/serve/open-department';
import { testDatabases } from './databases';
import { testLogger } from './test-logger';

export type Json = Readonly<Record<string, unknown>>;

/** A question about entities. */
export interface Asking {
  /** One that takes the variable `r` where left out. */
  readonly query?: string;
  readonly variables?: Json;
  /** The households that the call is about. */
  readonly cases?: readonly string[];
}

/** All departments, asked as a gateway asks them. */
export interface Guarded {
  /** What a department answers, and how often its database was asked meanwhile. */
  answerOf(name: string, asking: Asking): Promise<Answer>;
  /** Nothing is told and nothing is looked up. */
  expectRefused(name: string, asking: Asking): Promise<void>;
  expectTaken(name: string, asking: Asking): Promise<void>;
}

export interface Answer {
  readonly data: unknown;
  readonly codes: readonly unknown[];
  readonly looked: number;
}

const fromVariable = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';

const codeOf = ({ extensions }: GraphQLFormattedError): unknown => extensions?.['code'];

/** Opens all departments over empty registries, for the tests of a file. */
export function guardedDepartments(): Guarded {
  const databases = testDatabases('SQLite');
  const opened = new Map<string, OpenDepartment>();
  beforeAll(async () => {
    const { config } = databases;
    for (const subgraph of departments) {
      opened.set(subgraph.name, await openDepartment(subgraph, { config, logger: testLogger }));
    }
  }, 60_000);
  afterAll(async () => {
    for (const department of opened.values()) await department.close();
    await databases.remove();
  });
  const answerOf: Guarded['answerOf'] = async (
    name,
    { query = fromVariable, variables = {}, cases = [] },
  ) => {
    const department = opened.get(name)!;
    const select = jest.spyOn(department.database, 'select');
    const callers = [{ subject: 'a', role: 'verifier', correlationId: 'c' }];
    const call = { callers, purpose: null, cases, budgetMs: 5000 };
    const { data, errors = [] } = await department.execute({ query, variables }, call);
    const looked = select.mock.calls.length;
    select.mockRestore();
    return { data: data ?? null, codes: errors.map(codeOf), looked };
  };
  return {
    answerOf,
    expectRefused: async (name, asking) => {
      const refused = { data: null, codes: ['ENTITIES_REFUSED'], looked: 0 };
      expect(await answerOf(name, asking)).toEqual(refused);
    },
    expectTaken: async (name, asking) => {
      expect((await answerOf(name, asking)).codes).not.toContain('ENTITIES_REFUSED');
    },
  };
}

/** A question about these, of a call that is about the household YB-1. */
export const inVariable = (...r: readonly unknown[]): Asking => ({ variables: { r }, cases: ['YB-1'] });

/** As it comes over HTTP: `__proto__` in JSON is a property like any other. */
export const withProperty = (entity: Json, name: string): Json =>
  JSON.parse(JSON.stringify(entity).replace(/}$/, `,"${name}":{"id":"YB-1"}}`)) as Json;
