import type { DepartmentCall } from '../../../schema/wire/caller';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { apiSchema } from '../../support/api-schema';
import { openDistrict, type District } from '../../support/district';
import { entitiesOf } from '../../support/entities-of';
import { argumentsFrom, type Known } from '../../support/generate-arguments';
import { generateOperation } from '../../support/generate-operation';
import { wholeDistrict } from '../../support/household-profile';
import { seededRandom } from '../../support/random';
import { sampleFamilies } from '../../support/sample-families';

jest.setTimeout(60_000);

/** How many operations are made up. */
const count = 40;

/** What departments were sent, and what became of it. */
interface Sent {
  readonly department: string;
  readonly request: DepartmentRequest;
  readonly call: DepartmentCall;
  readonly refused: boolean;
}

const sent: Sent[] = [];

let district: District;
beforeAll(async () => {
  district = await openDistrict({ registries: sampleFamilies() });
  for (const department of district.graph.departments) {
    const execute = department.execute.bind(department);
    jest.spyOn(department, 'execute').mockImplementation(async (request, call, signal) => {
      const answer = await execute(request, call, signal);
      const refused = (answer.errors ?? []).some(
        ({ extensions }) => extensions?.['code'] === 'ENTITIES_REFUSED',
      );
      sent.push({ department: department.subgraph.name, request, call, refused });
      return answer;
    });
  }
});
beforeEach(() => {
  sent.length = 0;
});
afterAll(() => district.close());

type People = readonly { readonly person: { readonly id: string } }[];

async function whatIsKnown(): Promise<Known> {
  const { data } = await district.ask(
    '{ searchHouseholds { edges { cursor node { id members { person { id } } obligors { person { id } } } } } }',
  );
  const { edges } = data?.['searchHouseholds'] as {
    edges: { cursor: string; node: { id: string; members: People; obligors: People } }[];
  };
  return {
    households: edges.map(({ node }) => node.id),
    persons: edges.flatMap(({ node }) => [...node.members, ...node.obligors].map(({ person }) => person.id)),
    cursors: edges.map(({ cursor }) => cursor),
  };
}

/** The types of the entities that each department was sent. */
function typesSent(): ReadonlyMap<string, ReadonlySet<string>> {
  const types = new Map<string, Set<string>>();
  for (const { department, request } of sent) {
    const representations = request.variables?.['representations'] as { __typename: string }[] | undefined;
    const known = types.get(department) ?? new Set();
    for (const { __typename } of representations ?? []) known.add(__typename);
    types.set(department, known);
  }
  return types;
}

const refused = () => sent.filter((one) => one.refused).map(({ department }) => department);

describe('What a gateway sends of entities', () => {
  it('is taken by every department, for all that the graph tells', async () => {
    await district.ask(wholeDistrict);
    await district.ask(
      '{ household(id: "YB-2018-0002") { members { person { name } } verifications { id } } }',
    );
    expect(refused()).toEqual([]);
    const types = typesSent();
    for (const { subgraph } of district.graph.departments) {
      // Civil affairs is where households come from: nobody has to send them there.
      if (subgraph.name === 'civil-affairs') continue;
      const own = entitiesOf(subgraph.name).own.map(({ type }) => type);
      expect([subgraph.name, [...(types.get(subgraph.name) ?? [])].sort()]).toEqual([
        subgraph.name,
        own.sort(),
      ]);
    }
  });

  it('is taken for whatever anybody asks', async () => {
    const known = await whatIsKnown();
    const random = seededRandom(20180702);
    const roots = ['household', 'households', 'searchHouseholds', 'person'];
    const aim = { roots, without: new Set(['Person.accesses']), covered: new Set<string>() };
    for (let made = 0; made < count; made += 1) {
      const { query, variables } = generateOperation(apiSchema, random, argumentsFrom(known), aim);
      await district.ask(query, { variables });
    }
    expect(refused()).toEqual([]);
    expect([...typesSent().values()].flatMap((types) => [...types]).length).toBeGreaterThan(10);
  });
});
