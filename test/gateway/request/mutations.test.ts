import { operationId, readManifest } from '../../../schema/operations';
import { expectErrors } from '../../support/ask';
import { openAttackedGateway, production, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone } from '../../support/family';

const yin = someone('尹某', { authorisation: null });
const registries = family('YB-1', [yin, someone('杨某')]);
const keep = readManifest().operations.find(({ name }) => name === 'KeepAuthorisations')!;

/** A mutation of the graph, as the check centre's own machine sends it. */
describe('A mutation', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries });
  });
  afterAll(() => gateway.close());
  beforeEach(async () => {
    Object.assign(gateway.ledger, { isWritable: true, fails: false });
    await gateway.district.fill({ registries });
    gateway.forget();
  });

  const variables = () => ({
    householdId: 'YB-1',
    authorisations: [
      { number: 'SQS-1', personId: gateway.district.personId(yin.number), signedOn: '2018-07-01' },
    ],
  });
  const ask = (options: object = {}) =>
    gateway.district.ask(keep.body, { role: 'verification', variables: variables(), ...options });
  const kept = async () => {
    const { database } = gateway.district.department('civil-affairs');
    return (await database.select(`SELECT 1 FROM authorisations WHERE authorisation_no = 'SQS-1'`)).length;
  };

  it('reaches its department once, and leaves an entry with the household and whoever was named', async () => {
    expect(await ask()).toMatchObject({ errors: [], data: { keepAuthorisations: [{ number: 'SQS-1' }] } });
    expect(gateway.calls).toMatchObject([
      { callers: [{ role: 'verification' }], purpose: 'APPLICATION_REVIEW', cases: ['YB-1'] },
    ]);
    expect(gateway.ledger.entries).toMatchObject([
      {
        role: 'verification',
        purpose: 'APPLICATION_REVIEW',
        households: [{ id: 'YB-1' }],
        persons: [gateway.district.personId(yin.number)],
        fields: expect.arrayContaining(['Mutation.keepAuthorisations', 'Authorisation.number']),
        outcome: 'ANSWERED',
      },
    ]);
  });

  it.each(['caseworker', 'assistance', 'verifier', 'auditor', 'operator'] as const)(
    'that the role %s may not make is refused, and recorded, before its department is asked',
    async (role) => {
      expectErrors(await ask({ role }), 'FORBIDDEN');
      expect(gateway.calls).toEqual([]);
      expect(await kept()).toBe(0);
      expect(gateway.ledger.entries).toMatchObject([{ households: [{ id: 'YB-1' }], outcome: 'REFUSED' }]);
    },
  );

  it.each([
    ['no purpose', { purpose: null }, 'PURPOSE_REQUIRED'],
    ['a purpose of others', { purpose: 'AUDIT' }, 'PURPOSE_NOT_ALLOWED'],
  ])('for %s is refused', async (_, options, code) => {
    expectErrors(await ask(options), code);
    expect(gateway.calls).toEqual([]);
  });

  it('is not made while accesses cannot be recorded', async () => {
    gateway.ledger.isWritable = false;
    expectErrors(await ask(), 'LEDGER_UNAVAILABLE');
    expect(gateway.calls).toEqual([]);
    expect(await kept()).toBe(0);
  });

  it('that was made when its access could not be recorded can be sent again', async () => {
    gateway.ledger.fails = true;
    const unrecorded = await ask();
    expectErrors(unrecorded, 'LEDGER_UNAVAILABLE');
    expect(unrecorded.data ?? null).toBeNull();
    gateway.ledger.fails = false;
    expect(await ask()).toMatchObject({ errors: [], data: { keepAuthorisations: [{ number: 'SQS-1' }] } });
    expect(await kept()).toBe(1);
  });

  it('that its department refuses is null with the department’s error, and nothing stands in for it', async () => {
    const answer = await ask({ variables: { ...variables(), householdId: 'YB-9' } });
    expectErrors(answer, 'HOUSEHOLD_NOT_FOUND at keepAuthorisations');
    expect(answer.data).toBeNull();
    expect(gateway.ledger.entries).toMatchObject([
      { households: [{ id: 'YB-9' }], outcome: 'FAILED', codes: ['HOUSEHOLD_NOT_FOUND'] },
    ]);
  });

  it('that its department does not answer is not sent a second time', async () => {
    const department = gateway.district.department('civil-affairs');
    let calls = 0;
    const failing = jest.spyOn(department, 'execute').mockImplementation(() => {
      calls += 1;
      return Promise.reject(new Error('the answer was lost'));
    });
    const answer = await ask();
    failing.mockRestore();
    expectErrors(answer, 'DEPARTMENT_UNAVAILABLE');
    expect(answer.data).toBeNull();
    expect(calls).toBe(1);
  });

  it('has a household that is named in the text, by an alias or in a fragment', async () => {
    const { authorisations } = variables();
    const inText = `mutation ($given: [KeptAuthorisationInput!]!) {
      ...keep
    } fragment keep on Mutation { one: keepAuthorisations(householdId: "YB-1", authorisations: $given) { number } }`;
    expect(
      await gateway.district.ask(inText, { role: 'verification', variables: { given: authorisations } }),
    ).toMatchObject({
      data: { one: [{ number: 'SQS-1' }] },
    });
    expect(gateway.ledger.entries).toMatchObject([
      { households: [{ id: 'YB-1' }], persons: [gateway.district.personId(yin.number)] },
    ]);
  });
});

describe('Over HTTP, in production, a mutation', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries, settings: production });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  const as = { role: 'verification' } as const;
  const variables = () => ({
    householdId: 'YB-1',
    authorisations: [
      { number: 'SQS-1', personId: gateway.district.personId(yin.number), signedOn: '2018-07-01' },
    ],
  });

  it('is made by POST, by the id of its published document', async () => {
    const extensions = { persistedQuery: { version: 1, sha256Hash: keep.id } };
    const { status, data } = await gateway.post({ extensions, variables: variables() }, { as });
    expect([status, data]).toMatchObject([200, { keepAuthorisations: [{ number: 'SQS-1' }] }]);
  });

  it('is not made where nobody published it', async () => {
    const query = keep.body.replace('withdrawnOn', '');
    for (const question of [
      { query },
      { extensions: { persistedQuery: { version: 1, sha256Hash: operationId(query) } } },
    ]) {
      const { status, codes } = await gateway.post({ ...question, variables: variables() }, { as });
      expect(status).toBe(400);
      expect(['DOCUMENT_NOT_TRUSTED', 'PERSISTED_QUERY_NOT_FOUND']).toContain(codes[0]);
    }
    expect(gateway.calls).toEqual([]);
  });

  it('is not made by GET', async () => {
    for (const asked of [
      { query: keep.body },
      { extensions: JSON.stringify({ persistedQuery: { version: 1, sha256Hash: keep.id } }) },
    ]) {
      const search = new URLSearchParams({ ...asked, variables: JSON.stringify(variables()) });
      const { status, headers, data, codes } = await gateway.send({
        as,
        method: 'GET',
        search: `?${search.toString()}`,
        headers: { 'apollo-require-preflight': 'yes' },
      });
      expect([status, headers['allow'], data, codes]).toEqual([405, 'POST', null, ['BAD_REQUEST']]);
    }
    expect(gateway.calls).toEqual([]);
  });

  it('that its department refuses comes with 200, as any error beside data', async () => {
    const question = { query: keep.body, variables: { ...variables(), householdId: 'YB-9' } };
    const { status, data, codes } = await gateway.post(question, { as });
    expect([status, data, codes]).toEqual([200, null, ['HOUSEHOLD_NOT_FOUND']]);
  });
});
