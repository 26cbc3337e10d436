import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { httpDepartment, type HttpDepartment } from '../../../../gateway/departments/http-department';
import { mergingDepartment } from '../../../../gateway/departments/merging/merging-department';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import { signCall, type DepartmentCall } from '../../../../schema/wire/caller';
import type { Department } from '../../../../schema/wire/graphql-exchange';
import { departments } from '../../../../subgraphs';
import { openDepartment, type OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { serveDepartment, type ServedDepartment } from '../../../../subgraphs/runtime/serve/serve-department';
import { testDatabases } from '../../../support/databases';

/** Many a server takes no more in its headers. */
const mostHeaderBytes = 16 * 1024;

const databases = testDatabases('SQLite');
const name = 'taxation';
const { key: signer } = newSigningKey();
const log: string[] = [];
const logger = pino({ level: 'warn' }, { write: (line: string) => void log.push(line) });

let opened: OpenDepartment;
let served: ServedDepartment;
let remote: HttpDepartment;
let merging: Department;
/** The calls that the department took. */
const calls: DepartmentCall[] = [];

beforeAll(async () => {
  const { config } = databases;
  const subgraph = departments.find((department) => department.name === name)!;
  opened = await openDepartment(subgraph, { config, logger });
  const execute = opened.execute.bind(opened);
  jest.spyOn(opened, 'execute').mockImplementation((request, call) => {
    calls.push(call);
    return execute(request, call);
  });
  const gatewayKeys = createLocalJWKSet(publicSet(signer));
  const { MAX_RESPONSE_BYTES: maxBodyBytes } = config;
  served = await serveDepartment(opened, { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes, logger });
  const { url } = served;
  remote = httpDepartment({ name, url, signer, maxResponseBytes: maxBodyBytes, clock: () => new Date() });
  merging = mergingDepartment(remote, { atOnce: 8, mostEntities: 200, longestWaitMs: 60_000 });
});
afterAll(async () => {
  await remote.close();
  await served.close();
  await opened.close();
  await databases.remove();
});
beforeEach(() => {
  calls.length = 0;
  log.length = 0;
});

const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on HouseholdRegistrations { taxes { status } } }
}`;

/** One request about a household, of which it may say anything. */
function ask(household: string, subject = household, more: object = {}) {
  const subjects = [{ personId: subject, name: '尹某', role: 'MEMBER', authorised: true }];
  const representations = [
    { __typename: 'HouseholdRegistrations', householdId: household, subjects, ...more },
  ];
  const callers = [
    { subject, role: 'assistance', divisions: ['500112'], correlationId: `request-${subject}` },
  ];
  const call = { callers, purpose: 'RECHECK' as const, cases: [household], budgetMs: 10_000 };
  return merging.execute({ query, variables: { representations } }, call);
}

const silent = { data: { _entities: [{ taxes: { status: 'UNAVAILABLE' } }] } };

describe('A call for several requests', () => {
  it('tells a department behind HTTP by its signature who asks, each with the request, and about whom', async () => {
    expect(await Promise.all([ask('YB-1', 'a'), ask('YB-2', 'b')])).toEqual([silent, silent]);
    expect(calls).toMatchObject([
      {
        callers: [
          { subject: 'a', correlationId: 'request-a' },
          { subject: 'b', correlationId: 'request-b' },
        ],
        purpose: 'RECHECK',
        cases: ['YB-1', 'YB-2'],
      },
    ]);
  });

  it('is refused for the entity of one, which alone is left without an answer; the log names all of them first', async () => {
    const answers = await Promise.all([ask('YB-1', 'a'), ask('YB-2', 'b', { other: 1 }), ask('YB-3', 'c')]);
    expect(answers).toMatchObject([
      silent,
      { errors: [{ extensions: { code: 'ENTITIES_REFUSED' } }] },
      silent,
    ]);
    const said = log.map(
      (line) => JSON.parse(line) as { readonly msg: string; readonly correlationId: unknown },
    );
    const refused = said.filter(({ msg }) => msg === 'entities refused');
    expect(refused.map(({ correlationId }) => correlationId)).toEqual([
      ['request-a', 'request-b', 'request-c'],
      'request-b',
    ]);
  });

  it('stays within the headers that a server takes, however long the numbers of the households are', async () => {
    const numbers = Array.from({ length: 200 }, (_, index) => String(index).padStart(40, '渝'));
    const answers = await Promise.all(numbers.map((number) => ask(number, 'a')));
    expect(answers).toEqual(numbers.map(() => silent));
    expect(calls.flatMap(({ cases }) => cases).sort()).toEqual([...numbers].sort());
    expect(calls.length).toBeLessThan(20);
    for (const call of calls) {
      const token = signCall(
        call,
        { department: name, method: 'POST', path: '/graphql', body: '' },
        signer,
        new Date(),
      );
      expect(token.length).toBeLessThan(mostHeaderBytes - 1024);
    }
  });
});
