import type { Department } from '../../../schema/wire/graphql-exchange';
import { databaseKinds } from '../../support/databases';
import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone, together, vehicle } from '../../support/family';
import { openStubDepartment, type StubDepartment } from '../../support/stub-department';
import { expectNothingTold, upstreamText } from './leaks';

const yin = someone('尹某');
const upstream = upstreamText(yin);
const registries = together(family('YB-1', [yin]), vehicle('CL-1', yin));

const household = '{ household(id: "YB-1") { id members { relation } } }';
const withVehicles = '{ household(id: "YB-1") { id assets { vehicles { status } } } }';
const states = '{ registries { name lastErrorCode reachable } }';

const error = (more: object) => ({ data: null, errors: [{ message: upstream, ...more }] });

/** What a careless or a hostile department may say. */
const answers: Readonly<Record<string, readonly [status: number, answer: unknown]>> = {
  'an error page': [500, upstream],
  'a refusal': [401, upstream],
  'a redirection': [302, upstream],
  'no JSON': [200, upstream],
  'a text': [200, JSON.stringify(upstream)],
  'a list': [200, [upstream]],
  'nothing but a text': [200, { error: upstream }],
  'an error with its own text': [200, error({})],
  'an error with a stack': [200, error({ extensions: { stacktrace: upstream.split('\n'), sql: upstream } })],
  'an error with a text for a code': [200, error({ extensions: { code: upstream, exception: upstream } })],
  'an error of our own catalogue': [
    200,
    error({
      extensions: { code: 'FORBIDDEN', fields: [upstream], department: upstream, messageZh: upstream },
    }),
  ],
  'an error with details': [
    200,
    error({ extensions: { code: 'NO_POLICY_IN_FORCE', program: upstream, on: upstream, limit: yin.number } }),
  ],
  'an error with a limit': [
    200,
    error({ extensions: { code: 'HOUSEHOLD_BUDGET_SPENT', limit: yin.number, http: { status: 200 } } }),
  ],
  'an error at a place with a name': [200, error({ path: ['household', yin.name, upstream, yin.number] })],
  'an error at a place that is none': [200, error({ path: upstream })],
  'an error in many places': [200, error({ locations: [{ line: upstream, column: yin.number }] })],
  'errors that are none': [200, { data: null, errors: [upstream, null, { message: yin.number }] }],
  'errors that are no list': [200, { data: null, errors: upstream }],
  'errors beside data': [
    200,
    { ...error({ path: ['_entities', 0, upstream] }), data: { _entities: [null] } },
  ],
  'data of another form': [200, { data: { household: upstream, _entities: upstream } }],
  'a status that is none': [
    200,
    { data: { _entities: [{ vehicles: { status: upstream, ledger_status: upstream } }] } },
  ],
  'extensions of its own': [200, { ...error({}), extensions: { trace: upstream } }],
};

describe('What a department says when it fails', () => {
  let gateway: AttackedGateway;
  let civil: StubDepartment;
  let police: StubDepartment;
  beforeAll(async () => {
    [civil, police] = await Promise.all([openStubDepartment(), openStubDepartment()]);
    gateway = await openAttackedGateway({
      settings: { CIVIL_AFFAIRS_URL: civil.url, PUBLIC_SECURITY_URL: police.url },
    });
  });
  afterAll(async () => {
    await gateway.close();
    await Promise.all([civil.close(), police.close()]);
  });
  beforeEach(() => gateway.forget());

  const person = (relation: string) => ({ relation, ledger_person: { id: 'a'.repeat(32) } });
  /** What civil affairs says of the household, whatever the plan asks beside. */
  const told = {
    __typename: 'Household',
    ...{ id: 'YB-1', ledger_id: 'YB-1', ledger_division: '500112', subjects: [] },
    ...{ members: [person('01')], assets: {} },
  };

  it.each(Object.keys(answers))('stays with it where households are asked for: %s', async (what) => {
    const [status, answer] = answers[what]!;
    civil.say(typeof answer === 'string' ? answer : JSON.stringify(answer), status);
    const asked = await gateway.post({ query: household });
    expect(civil.asked).toHaveLength(1);
    expect(asked.codes).not.toEqual([]);
    expectNothingTold(what, asked, gateway, yin);
  });

  it.each(Object.keys(answers))('stays with it where a registry is asked for: %s', async (what) => {
    const [status, answer] = answers[what]!;
    civil.say(JSON.stringify({ data: { household: told } }));
    police.say(typeof answer === 'string' ? answer : JSON.stringify(answer), status);
    const asked = await gateway.post({ query: withVehicles });
    expect(asked.codes).not.toEqual([]);
    expectNothingTold(what, asked, gateway, yin);
    const operator = await gateway.post({ query: states }, { as: { role: 'operator' } });
    expectNothingTold(`${what}, to an operator`, operator, gateway, yin);
  });

  it('does not say where it is, when nobody listens there', async () => {
    await civil.close();
    const asked = await gateway.post({ query: household });
    expect(asked.codes).toEqual(['DEPARTMENT_UNAVAILABLE']);
    expectNothingTold('nobody listens', asked, gateway, yin);
  });
});

describe('A department that throws', () => {
  const thrown = Object.assign(new Error(upstream), {
    ...{ sql: upstream, sqlMessage: upstream, query: upstream, parameters: [yin.number] },
    stack: upstream,
    cause: new Error(upstream),
    extensions: { code: upstream },
  });
  const throwing: Department = {
    execute: () => Promise.reject(thrown),
    status: () => Promise.reject(thrown),
  };
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      departments: ['civil-affairs'],
      registries,
      instead: new Map([['public-security', throwing]]),
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  it('is UNAVAILABLE, and nothing of why is told', async () => {
    const asked = await gateway.post({ query: withVehicles });
    expect(asked.codes).toEqual(['DEPARTMENT_UNAVAILABLE']);
    expectNothingTold('throws', asked, gateway, yin);
  });

  it('is in the list of registries without a word of it', async () => {
    const asked = await gateway.post({ query: states }, { as: { role: 'operator' } });
    expect(asked.data).not.toBeNull();
    expectNothingTold('states', asked, gateway, yin);
  });

  it('tells as little as a ledger, a budget or a server that throws', async () => {
    const write = jest.spyOn(gateway.ledger, 'write').mockRejectedValue(thrown);
    const unrecorded = await gateway.post({ query: household });
    expect([unrecorded.status, unrecorded.codes]).toEqual([503, ['LEDGER_UNAVAILABLE']]);
    expectNothingTold('ledger', unrecorded, gateway, yin);
    write.mockRestore();
    const { server } = gateway.district.graph;
    const execute = jest.spyOn(server, 'executeHTTPGraphQLRequest').mockRejectedValue(thrown);
    const failed = await gateway.post({ query: household });
    expect([failed.status, failed.codes]).toEqual([500, ['INTERNAL_SERVER_ERROR']]);
    expectNothingTold('server', failed, gateway, yin);
    execute.mockRestore();
  });
});

describe.each(databaseKinds)('A database on %s that fails', (kind) => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ kind, departments: ['civil-affairs'], registries });
  });
  afterAll(async () => {
    // What is down cannot be closed.
    await database().dataSource.initialize();
    await gateway.close();
  });
  beforeEach(() => gateway.forget());

  const database = () => gateway.district.department('civil-affairs').database;
  const search = `{ searchHouseholds(filter: { applicantName: "${yin.name}" }) { edges { node { id } } } }`;

  it.each<readonly [string, () => Promise<void>]>([
    ['has lost a table', () => database().session(async ({ run }) => void (await run('DROP TABLE members')))],
    ['is down', () => database().dataSource.destroy()],
  ])('tells nothing of itself: it %s', async (what, fail) => {
    await fail();
    for (const query of [household, withVehicles, search, states]) {
      const as = query === states ? { role: 'operator' as const } : {};
      const asked = await gateway.post({ query }, { as });
      if (query === household) expect(asked.codes).not.toEqual([]);
      expectNothingTold(what, asked, gateway, yin);
    }
  });
});
