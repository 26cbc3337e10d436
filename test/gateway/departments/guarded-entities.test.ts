import {
  parse,
  print,
  visit,
  type DirectiveNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type VariableDefinitionNode,
} from 'graphql';
import type { DepartmentCall } from '../../../schema/wire/caller';
import type { DepartmentAnswer, DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { compileOperation } from '../../../subgraphs/runtime/execution/compile-operation';
import { executableSchema } from '../../../subgraphs/runtime/serve/executable-schema';
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
  readonly answer: DepartmentAnswer;
  readonly refused: boolean;
}

const [conditionalQuery] = parse('query($always: Boolean!) { __typename @include(if: $always) }').definitions;
const always = {
  declared: (conditionalQuery as OperationDefinitionNode).variableDefinitions?.[0] as VariableDefinitionNode,
  included: (conditionalQuery as OperationDefinitionNode).selectionSet.selections[0]
    ?.directives?.[0] as DirectiveNode,
};

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
      // Apollo's executor adds to the objects that it is given.
      const kept = plain({ request, answer });
      sent.push({ department: department.subgraph.name, call, refused, ...kept });
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

/** Whether an operation of a gateway is answered the short way. */
function isCompiled({ department, request: { query, operationName } }: Sent): boolean {
  return compileOperation(schemaOf(department), parse(query), operationName) !== null;
}

const known = new Map<string, GraphQLSchema>();
function schemaOf(department: string): GraphQLSchema {
  const schema = known.get(department) ?? executableSchema(department, {});
  known.set(department, schema);
  return schema;
}

/** The same question with a condition in it, which nobody but graphql-js takes. */
async function answeredByGraphqlJs({ department, request, call }: Sent): Promise<DepartmentAnswer> {
  const conditional = visit(parse(request.query), {
    OperationDefinition: ({ variableDefinitions = [], selectionSet, ...node }) => ({
      ...node,
      variableDefinitions: [...variableDefinitions, always.declared],
      selectionSet: {
        ...selectionSet,
        selections: selectionSet.selections.map((of) => ({
          ...of,
          directives: [...(of.directives ?? []), always.included],
        })),
      },
    }),
  });
  const query = print(conditional);
  const variables = { ...request.variables, always: true };
  expect(isCompiled({ department, request: { ...request, query } } as Sent)).toBe(false);
  return district.department(department).execute({ ...request, query, variables }, call);
}

function plain<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
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

  it('is taken for whatever anybody asks, and answered as graphql-js answers it', async () => {
    const known = await whatIsKnown();
    const random = seededRandom(20180702);
    const roots = ['household', 'households', 'searchHouseholds', 'person'];
    const aim = { roots, without: new Set(['Person.accesses']), covered: new Set<string>() };
    for (let made = 0; made < count; made += 1) {
      const { query, variables } = generateOperation(apiSchema, random, argumentsFrom(known), aim);
      await district.ask(query, { variables });
    }
    expect(refused()).toEqual([]);
    expect(sent.filter(isCompiled).length / sent.length).toBeGreaterThan(0.6);
    for (const one of sent.filter(isCompiled))
      expect(one.answer).toEqual(plain(await answeredByGraphqlJs(one)));
    expect([...typesSent().values()].flatMap((types) => [...types]).length).toBeGreaterThan(10);
  });
});
