import { execute, parse, type DocumentNode } from 'graphql';
import { watchedFetches } from '../../../gateway/departments/watched-fetch';
import { Touched } from '../../../gateway/ledger/touched';
import { executableSchema } from '../../../subgraphs/runtime/serve/executable-schema';

const person = (id: string) => ({ person: { id } });
const verification = {
  id: 'HC-1',
  householdId: 'YB-1',
  divisionCode: '500112012',
  state: 'REPORTED',
  people: [person('a'), person('b')],
};
const other = {
  ...verification,
  id: 'HC-2',
  householdId: 'YB-2',
  divisionCode: '500113',
  people: [person('c')],
};
const alert = { id: 'YJ-1', kind: 'VEHICLE', verification: other };
const page = (...nodes: readonly object[]) => ({
  edges: nodes.map((node, index) => ({ node, cursor: String(index) })),
  pageInfo: { hasNextPage: false },
});

/** The check centre, as far as whom it tells of goes. */
const schema = executableSchema('verification', {
  Query: {
    verification: () => verification,
    verifications: () => page(verification, other),
    dueRechecks: () => page(other),
    verificationAlerts: () => page(alert),
    verificationBatch: () => ({
      id: 'PL-1',
      total: 3,
      failures: [{ householdId: 'YB-9', code: 'NOT_YET_DUE' }],
    }),
  },
  Mutation: {
    acceptApplication: () => verification,
    startVerification: () => verification,
    handleAlert: () => alert,
  },
  Household: { __resolveReference: () => ({ id: 'YB-1', verifications: [verification] }) },
});
const watched = watchedFetches(schema);

/** Whom the gateway notes of a fetch, by what it sends and by what it is told. */
async function touchedBy(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Touched> {
  const fetch = watched(query, undefined);
  const touched = new Touched();
  const asked = fetch.askedAbout(variables);
  for (const id of asked.households) touched.household(id);
  for (const id of asked.askedPersons) touched.askedPerson(id);
  const document: DocumentNode = parse(fetch.query);
  const { data, errors } = await execute({ schema, document, variableValues: variables });
  expect(errors).toBeUndefined();
  fetch.noteToldAbout(data as Readonly<Record<string, unknown>>, variables, touched);
  return touched;
}

const one = { households: [{ id: 'YB-1', division: '500112012' }], persons: ['a', 'b'] };
const another = { households: [{ id: 'YB-2', division: '500113' }], persons: ['c'] };
const both = {
  households: [...one.households, ...another.households],
  persons: [...one.persons, ...another.persons],
};
const input = '{ key: "k", verificationId: "HC-1", expectedVersion: 1 }';

describe('Whom the check centre tells of', () => {
  it.each([
    ['a verification', '{ verification(id: "HC-1") { state } }', one],
    [
      'one under another name',
      '{ v: verification(id: "HC-1") { ...s } } fragment s on Verification { state }',
      one,
    ],
    ['a page of them', '{ verifications { edges { node { id } } } }', both],
    ['a page of which no more than its places is asked for', '{ verifications { edges { cursor } } }', both],
    ['those that are due', '{ dueRechecks { pageInfo { hasNextPage } } }', another],
    ['alerts', '{ verificationAlerts { edges { node { kind } } } }', another],
    ['where alerts stand', '{ verificationAlerts { pageInfo { hasNextPage } } }', another],
    ['a step', `mutation { startVerification(input: ${input}) { state } }`, one],
    [
      'what came of an alert',
      'mutation { handleAlert(input: { alertId: "YJ-1", resolution: CONFIRMED, note: "x" }) { id } }',
      another,
    ],
  ])('stands in the entry: by %s', async (_, query, expected) => {
    expect((await touchedBy(query)).subjects).toMatchObject(expected);
  });

  it('stands in the entry where a household’s verifications are asked for', async () => {
    const query = `query ($representations: [_Any!]!) {
      _entities(representations: $representations) { ... on Household { verifications { state } } }
    }`;
    const representations = [{ __typename: 'Household', id: 'YB-1' }];
    expect((await touchedBy(query, { representations })).subjects).toMatchObject(one);
  });

  it('is a household of which a batch has no more than the number', async () => {
    const touched = await touchedBy('{ verificationBatch(id: "PL-1") { total failures { code } } }');
    expect(touched.subjects.households).toEqual([{ id: 'YB-9', division: null }]);
    expect(touched.householdIds).toEqual([]);
  });
});

describe('Whom a step names', () => {
  const accept = 'mutation ($input: AcceptApplicationInput!) { acceptApplication(input: $input) { id } }';

  it.each([
    ['in its variables', accept, { input: { key: 'k', householdId: 'YB-7' } }],
    ['in its text', 'mutation { acceptApplication(input: { key: "k", householdId: "YB-7" }) { id } }', {}],
    [
      'in a variable within its text',
      'mutation ($id: ID!) { acceptApplication(input: { key: "k", householdId: $id }) { id } }',
      { id: 'YB-7' },
    ],
    [
      'in its filter',
      'query ($f: VerificationFilter) { verifications(filter: $f) { pageInfo { hasNextPage } } }',
      { f: { householdId: 'YB-7' } },
    ],
  ])('is in the entry whatever comes of it: a household %s', async (_, query, variables) => {
    const { households } = watched(query, undefined).askedAbout(variables);
    expect(households).toEqual(['YB-7']);
  });

  it('is in the entry: all households of a batch, and whoever signed', () => {
    const batch = 'mutation ($input: StartBatchInput!) { startVerificationBatch(input: $input) { id } }';
    const input = { key: 'k', kind: 'RECHECK', householdIds: ['YB-1', 'YB-2', 'YB-1'] };
    expect(watched(batch, undefined).askedAbout({ input }).households).toEqual(['YB-1', 'YB-2']);

    const record = `mutation ($input: RecordAuthorisationsInput!) { recordAuthorisations(input: $input) { id } }`;
    const authorisations = ['a', 'b'].map((personId) => ({
      personId,
      number: 'SQS',
      signedOn: '2018-07-01',
    }));
    expect(
      watched(record, undefined).askedAbout({ input: { verificationId: 'HC-1', authorisations } })
        .askedPersons,
    ).toEqual(['a', 'b']);
  });

  it.each([
    null,
    7,
    'text',
    ['YB-7'],
    { householdId: null },
    { householdId: {} },
    { __proto__: { householdId: 'YB-7' } },
  ])('is nobody where the input is %j', (given) => {
    expect(watched(accept, undefined).askedAbout({ input: given }).households).toEqual([]);
  });
});
