import { openGraph, type Graph } from '../../../gateway/main';
import type { Role } from '../../../gateway/access/roles';
import { costOf } from '../../../gateway/limits/cost';
import { MeasuredDocument } from '../../../gateway/limits/measured-document';
import { readObjectFields } from '../../../gateway/limits/object-fields';
import { fillWithSample } from '../../../subgraphs/fill-with-sample';
import { parse } from 'graphql';
import { apiSchema } from '../../support/api-schema';
import { ask } from '../../support/ask';
import { testDatabases } from '../../support/databases';
import { argumentsFrom, type Known } from '../../support/generate-arguments';
import { generateOperation } from '../../support/generate-operation';
import { everythingOf } from '../../support/household-profile';
import { seededRandom } from '../../support/random';
import { testLogger } from '../../support/test-logger';
import { supergraphSchema } from './limits-under-test';

// It is about what comes, not how soon: a busy machine must not leave gaps.
const databases = testDatabases('SQLite', {
  REQUEST_DEADLINE_MS: '30000',
  DEPARTMENT_DEADLINE_MS: '20000',
  BREAKER_CALLS: '1000000',
});
const fields = readObjectFields(supergraphSchema);
let graph: Graph;
let known: Known;

beforeAll(async () => {
  graph = await openGraph({ config: databases.config, logger: testLogger });
  await fillWithSample(graph.departments, databases.config);
  known = await whatIsKnown();
}, 120_000);
afterAll(async () => {
  await graph.close();
  await databases.remove();
});

interface Found {
  readonly cursor: string;
  readonly node: {
    readonly id: string;
    readonly members: readonly { readonly person: { readonly id: string } }[];
  };
}

async function whatIsKnown(): Promise<Known> {
  const { data } = await ask(
    graph,
    '{ searchHouseholds(first: 100) { edges { cursor node { id members { person { id } } } } } }',
  );
  const { edges } = data?.['searchHouseholds'] as { readonly edges: readonly Found[] };
  return {
    households: edges.map(({ node }) => node.id),
    persons: edges.flatMap(({ node }) => node.members.map(({ person }) => person.id)),
    cursors: edges.map(({ cursor }) => cursor),
  };
}

/** The objects of an answer, the answer itself not counted. */
function objectsIn(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const below = Object.values(value).reduce((sum: number, one) => sum + objectsIn(one), 0);
  return Array.isArray(value) ? below : below + 1;
}

/** What an operation was said to cost, and how many objects came. */
async function compare(role: Role, query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const operation = new MeasuredDocument(parse(query)).operation(undefined, supergraphSchema, fields);
  const { data, errors } = await ask(graph, query, { role, variables });
  expect(errors).toEqual([]);
  return { cost: costOf(operation?.places ?? [], variables), objects: objectsIn(data) - 1 };
}

const roots = ['household', 'households', 'searchHouseholds', 'person', 'policyEdition'];

describe('No answer holds more objects than its question costs', () => {
  it('whatever is asked', async () => {
    const random = seededRandom(20180703);
    const aim = { roots, without: new Set(['Person.accesses']), covered: new Set<string>() };
    let objects = 0;
    for (let count = 0; count < 300; count += 1) {
      const operation = generateOperation(apiSchema, random, argumentsFrom(known), aim);
      const told = await compare('verifier', operation.query, operation.variables);
      if (told.objects > told.cost) throw new Error(`${JSON.stringify(told)}: ${operation.query}`);
      objects += told.objects;
    }
    expect(objects).toBeGreaterThan(2_000);
  }, 120_000);

  it('of every household with everything', async () => {
    const query = `query ($ids: [ID!]!) { households(ids: $ids) ${everythingOf(apiSchema.getType('Household'))} }`;
    for (let from = 0; from < known.households.length; from += 10) {
      const told = await compare('assistance', query, { ids: known.households.slice(from, from + 10) });
      expect(told.objects).toBeLessThanOrEqual(told.cost);
    }
  }, 120_000);

  it('of all registries', async () => {
    const told = await compare('operator', '{ registries { name department } }');
    expect(told.objects).toBeGreaterThan(10);
    expect(told.objects).toBeLessThanOrEqual(told.cost);
  });
});
