import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import { roles, type Role } from '../../../gateway/access/roles';
import { openGraph, type Graph } from '../../../gateway/main';
import { packageRoot } from '../../../schema/package-root';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { departments } from '../../../subgraphs';
import { ask } from '../../support/ask';
import { testDatabases, type TestDatabases } from '../../support/databases';
import { memoryLedger } from '../../support/memory-ledger';
import { pathsToFields, writings, type FieldPath } from '../../support/paths-to-fields';
import { testLogger } from '../../support/test-logger';

jest.setTimeout(60_000);

/** Written down by hand, so that it can differ from what the schema and the code make of scopes. */
const readers: readonly (readonly [RegExp, readonly Role[]])[] = [
  [/^Query\.(accessLog)$|^Person\.accesses$|^Access(Connection|Edge|edRegistry)?\./, ['auditor']],
  [/^Query\.registries$|^Registry\./, ['operator']],
  [/^Query\.person$|^Person\.(name|idNumber|sex|birthDate)$/, ['verifier']],
  [/^Mutation\.(keep|end)Authorisations?$/, ['verification']],
  [/^Mutation\.(startVerification|(pause|resume|cancel)VerificationBatch)/, ['assistance']],
  [
    /^Mutation\.(issueReport|decideObjection|concludeVerification|closeVerification|handleAlert)$/,
    ['verifier'],
  ],
  [/^Mutation\./, ['caseworker', 'verifier']],
  [
    /^Query\.(verif|dueRechecks)|^Household\.verifications$|^Verif|^(Batch|Alert|Attempted|StepDeadline|RegistryAttempt)/,
    ['caseworker', 'assistance', 'verifier'],
  ],
  [/^(Household|Program|Outcome|Finding|Registry)Count\./, ['caseworker', 'assistance', 'verifier']],
  [/./, ['caseworker', 'assistance', 'verifier', 'verification', 'auditor']],
];

const readersOf = (coordinate: string) => readers.find(([pattern]) => pattern.test(coordinate))?.[1] ?? [];

/** Who may read a field with all that stands above it. */
function mayRead({ coordinate, above, operation }: FieldPath, role: Role): boolean {
  const [root] = above;
  const ways = [
    coordinate,
    ...(root ? [`${operation === 'query' ? 'Query' : 'Mutation'}.${root.name}`] : []),
  ];
  return ways.every((way) => readersOf(way).includes(role));
}

describe('Every field of the graph, by every role, in every writing', () => {
  const paths = pathsToFields(buildSchema(readFileSync(join(packageRoot, 'schema/api.graphql'), 'utf8')));
  const everyRole = Object.keys(roles) as Role[];
  let databases: TestDatabases;
  let graph: Graph;
  let calls = 0;

  beforeAll(async () => {
    // Nobody answers, and everybody is asked all the same.
    databases = testDatabases('SQLite', { BREAKER_CALLS: '1000000' });
    const counting = (): Promise<never> => {
      calls += 1;
      return Promise.reject(new Error('nobody answers here'));
    };
    const closed: Department = { execute: counting, status: counting };
    graph = await openGraph({
      config: databases.config,
      logger: testLogger,
      instead: new Map(departments.map(({ name }) => [name, closed])),
      ledger: memoryLedger(),
    });
  });
  afterAll(async () => {
    await graph.close();
    await databases.remove();
  });
  beforeEach(() => (calls = 0));

  it('is a matrix of hundreds of fields', () => {
    expect(paths.length).toBeGreaterThan(300);
    expect(paths.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining([
        'Person.idNumber',
        'VehicleRecord.plateNumber',
        'Finding.message',
        'Access.reason',
      ]),
    );
  });

  it.each(everyRole.flatMap((role) => Object.keys(writings).map((writing) => [role, writing] as const)))(
    '%s, %s: what may not be read is refused, and nobody is asked',
    async (role, writing) => {
      const refused = paths.filter((path) => !mayRead(path, role));
      expect(refused.length).toBeGreaterThan(10);
      for (const path of refused) {
        const { data, errors } = await ask(graph, writings[writing]!(path), { role });
        const codes = errors.map(({ extensions }) => extensions?.['code']);
        expect([path.coordinate, codes, data ?? null]).toEqual([path.coordinate, ['FORBIDDEN'], null]);
      }
      expect(calls).toBe(0);
    },
  );

  it.each(everyRole)('%s: what may be read is asked for', async (role) => {
    for (const path of paths.filter((each) => mayRead(each, role))) {
      const { errors } = await ask(graph, writings['directly']!(path), { role });
      const codes = errors.map(({ extensions }) => extensions?.['code']);
      const refusals = codes.filter((code) => code === 'FORBIDDEN' || code === 'GRAPHQL_VALIDATION_FAILED');
      expect([path.coordinate, refusals]).toEqual([path.coordinate, []]);
    }
    expect(role === 'operator' || calls > 0).toBe(true);
  });

  it.each(everyRole)('%s has no way to entities or to a department’s own schema', async (role) => {
    for (const query of [
      '{ _entities(representations: [{ __typename: "Person", id: "a" }]) { ... on Person { name } } }',
      '{ _service { sdl } }',
      'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }',
    ]) {
      const { data, errors } = await ask(graph, query, { role });
      expect(data ?? null).toBeNull();
      for (const { extensions } of errors) expect(extensions?.['code']).toBe('GRAPHQL_VALIDATION_FAILED');
    }
    expect(calls).toBe(0);
  });
});
