import { executeQueryPlan, buildOperationContext } from '@apollo/gateway';
import { parse, validate } from 'graphql';
import type { Executed } from '../../../gateway/execution/executed';
import { Execution } from '../../../gateway/execution/execution';
import { incomingRequest } from '../../../gateway/execution/incoming-request';
import type { PreparedOperation } from '../../../gateway/execution/prepared-operation';
import { readManifest, operationId } from '../../../schema/operations';
import type { GatewayContext } from '../../../gateway/gateway-context';
import { apiSchema } from '../../support/api-schema';
import { argumentsFrom, verificationPages, type Known } from '../../support/generate-arguments';
import { generateOperation, reachableFields, type Arguments } from '../../support/generate-operation';
import { seededRandom } from '../../support/random';
import { testLogger } from '../../support/test-logger';
import { problemOf } from '../limits/limits-under-test';
import {
  failures,
  frozen,
  misfits,
  openMadeUpGraph,
  spoiling,
  type MadeUpGraph,
  type Spoil,
} from './made-up-departments';

jest.setTimeout(600_000);

/** How many operations are made up at least; there are as many more as it takes to ask for every field. */
const count = Number(process.env['OPERATIONS'] ?? 40);

const mostTurns = 100_000;

/** How many of them the compiled executor has to know, at least. */
const knownShare = 0.9;

const known: Known = {
  households: ['YB-2018-0001', 'YB-2018-0002', 'YB-2018-0003'],
  persons: ['a'.repeat(32), 'b'.repeat(32)],
  cursors: ['bm8='],
  verified: {
    verifications: ['HC-2018-0000-0001'],
    batches: ['PC-2018-0001'],
    pages: { verifications: ['bm8='], dueRechecks: ['bm8='], verificationAlerts: ['bm8='] },
  },
};
const argumentsOf: Arguments = (field, ...rest) =>
  field === 'accessLog' || field === 'accesses' ? 'first: 2' : argumentsFrom(known)(field, ...rest);

const roots = [
  ['household', 'households', 'searchHouseholds', 'person', 'policyEdition', 'registries'],
  ['household', 'households'],
  [...verificationPages, 'verification', 'verificationBatch', 'verificationStatistics', 'accessLog'],
] as const;

interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The same questions at every run, and what they select. */
function generate(): { readonly questions: readonly Question[]; readonly selected: ReadonlySet<string> } {
  const random = seededRandom(20180704);
  const covered = new Set<string>();
  const questions: Question[] = [];
  const fields = [...reachableFields(apiSchema)];
  for (let turn = 0; questions.length < count || !fields.every((field) => covered.has(field)); turn += 1) {
    if (turn === mostTurns) throw new Error('the generator does not come to every field');
    const aim = { roots: roots[turn % roots.length] ?? [], covered };
    const { query, variables, selected } = generateOperation(apiSchema, random, argumentsOf, aim);
    if (problemOf({ query, variables, operationName: undefined }, 'assistance')) continue;
    if (questions.length >= count && [...selected].every((field) => covered.has(field))) continue;
    for (const field of selected) covered.add(field);
    questions.push({ query, variables });
  }
  return { questions, selected: covered };
}

const context = { logger: testLogger } as unknown as GatewayContext;

let made: MadeUpGraph;
let execution: Execution;
const { questions, selected } = generate();
beforeAll(async () => {
  made = await openMadeUpGraph();
  execution = new Execution(made.graph);
});
beforeEach(() => made.spoilBy((answer) => answer));
afterAll(() => made.close());

const prepare = ({ query }: Question) => execution.prepare(parse(query), undefined, operationId(query));

/** What Apollo's own executor makes of the same plan. */
async function byApollo({ document, plan }: PreparedOperation, { variables }: Question): Promise<Executed> {
  const { schema, apiSchema, supergraphSchema, dataSources } = made.graph;
  const operationContext = buildOperationContext({ schema, operationDocument: document });
  const incoming = incomingRequest({ document, variables, context });
  return executeQueryPlan(plan, dataSources, incoming, operationContext, supergraphSchema, apiSchema);
}

/** An answer, or why there is none, as a client has it; errors in any order, for departments answer in any. */
async function toldBy(answering: Promise<Executed>) {
  const { data, errors = [], extensions } = await answering.catch((): Executed => ({ data: null }));
  const told = errors.map(({ message, path, extensions = {} }) =>
    JSON.stringify({ message, path, extensions }),
  );
  return { data: JSON.stringify(data), errors: told.sort(), extensions: JSON.stringify(extensions) };
}

/** Answers as departments that keep what they give give it. */
const kept =
  (spoil: Spoil): Spoil =>
  (...answer) =>
    frozen(spoil(...answer));

async function compare(question: Question, spoil: Spoil) {
  const prepared = prepare(question);
  if (!prepared.compiled) return null;
  made.spoilBy(spoil);
  const apollo = await toldBy(byApollo(prepared, question));
  made.spoilBy(kept(spoil));
  const compiled = await toldBy(execution.execute(prepared, { variables: question.variables, context }));
  return { compiled, apollo };
}

describe('The compiled executor', () => {
  it('is asked for every field of the graph', () => {
    for (const { query } of questions) expect(validate(apiSchema, parse(query))).toEqual([]);
    const left = [...reachableFields(apiSchema)].filter((field) => !selected.has(field));
    expect(left).toEqual([]);
  });

  it('knows nearly every question, and the published ones that only ask', () => {
    const compiled = questions.filter((question) => prepare(question).compiled);
    expect(compiled.length / questions.length).toBeGreaterThanOrEqual(knownShare);
    for (const { body: query, type, name } of readManifest().operations) {
      if (type === 'query')
        expect([name, prepare({ query, variables: {} }).compiled]).not.toEqual([name, null]);
    }
  });

  it.each([
    ['where nothing fails', 0, failures, ['whole']],
    ['where departments fail', 0.3, failures, ['whole', 'with errors']],
    ['where what departments answer does not fit', 0.5, misfits, ['whole', 'with errors', 'with gaps']],
  ] as const)('tells what Apollo’s executor tells, %s', async (_case, share, faults, outcomes) => {
    const found = new Set<string>();
    for (const [number, question] of questions.entries()) {
      const told = await compare(question, spoiling(number, share, faults));
      if (!told) continue;
      const { compiled, apollo } = told;
      expect({ ...compiled, question }).toEqual({ ...apollo, question });
      found.add(compiled.errors.length > 0 ? 'with errors' : compiled.extensions ? 'with gaps' : 'whole');
    }
    expect([...found].sort()).toEqual([...outcomes].sort());
  });
});

describe('An operation', () => {
  const registries = (alias: string) => `{ ${alias}: registries { name } }`;
  const asked = async (query: string, variables: Question['variables'] = {}) => {
    const prepared = prepare({ query, variables });
    const told = await execution.execute(prepared, { variables, context });
    return { told, byApollo: await byApollo(prepared, { query, variables }), compiled: prepared.compiled };
  };

  it('is planned once, for whoever asks it', () => {
    const plan = jest.spyOn(made.graph.planner, 'buildQueryPlan');
    const [first, again] = [1, 2].map(() => prepare({ query: registries('once'), variables: {} }));
    expect(again).toBe(first);
    expect(plan).toHaveBeenCalledTimes(1);
    plan.mockRestore();
  });

  it('is forgotten when many others have been asked since, unless it is published', async () => {
    const small = new Execution(made.graph, 50_000);
    const ask = (query: string) => small.prepare(parse(query), undefined, operationId(query));
    await small.warm([registries('published')]);
    const published = ask(registries('published'));
    const first = ask(registries('first'));
    const counts = Array.from({ length: 40 }, (_, index) => {
      ask(registries(`other${index}`));
      return small.preparedCount;
    });
    expect(Math.max(...counts)).toBeLessThan(20);
    expect(ask(registries('first'))).not.toBe(first);
    expect(ask(registries('published'))).toBe(published);
  });

  it('is planned before it is asked where it is published, with others served in between', async () => {
    const { operations } = readManifest();
    const fresh = new Execution(made.graph);
    const plan = jest.spyOn(made.graph.planner, 'buildQueryPlan');
    const stop = new AbortController();
    const warming = fresh.warm(
      operations.map(({ body }) => body),
      stop.signal,
    );
    expect(plan).not.toHaveBeenCalled();
    await new Promise(setImmediate);
    stop.abort();
    await warming;
    expect(plan.mock.calls.length).toBeLessThan(operations.length);
    expect(fresh.preparedCount).toBe(plan.mock.calls.length);
    plan.mockRestore();
  });

  it('is refused where its variables are not of their types', async () => {
    const query = 'query ($id: ID!) { household(id: $id) { id } }';
    const { told } = await asked(query, { id: { number: 1 } });
    expect(told).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } })] });
  });

  it.each([
    ['a change', 'mutation { cancelVerificationBatch(input: { batchId: "PC-2018-0001" }) { id } }'],
    ['a question for the schema', '{ __type(name: "Household") { name } registries { name } }'],
    ['a field called as what every object has', '{ constructor: registries { __proto__: name } }'],
    ['a question that asks nobody', '{ __typename }'],
  ])('is left to Apollo’s executor where it is %s', async (_case, query) => {
    const { told, byApollo, compiled } = await asked(query);
    expect(compiled).toBeNull();
    expect(told.errors).toBeUndefined();
    expect(JSON.stringify(told)).toBe(JSON.stringify(byApollo));
  });

  it('is compiled whatever its flags are', async () => {
    const query = `query ($with: Boolean = true, $without: Boolean!) {
      households(ids: ["YB-2018-0001"]) { id @include(if: $with) ... @skip(if: $without) { address } }
    }`;
    for (const variables of [{ without: true }, { without: false }, { with: false, without: true }]) {
      const { told, byApollo, compiled } = await asked(query, variables);
      expect(compiled).not.toBeNull();
      expect(JSON.stringify(told)).toBe(JSON.stringify(byApollo));
    }
  });
});
