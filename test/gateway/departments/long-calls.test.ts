import { createLocalJWKSet } from 'jose';
import { httpDepartment, type HttpDepartment } from '../../../gateway/departments/http-department';
import { newSigningKey, publicSet } from '../../../schema/config/keys';
import { departments } from '../../../subgraphs';
import { openDepartment, type OpenDepartment } from '../../../subgraphs/runtime/serve/open-department';
import { serveDepartment, type ServedDepartment } from '../../../subgraphs/runtime/serve/serve-department';
import { testDatabases } from '../../support/databases';
import { testLogger } from '../../support/test-logger';

const databases = testDatabases('SQLite');
const name = 'taxation';

let opened: OpenDepartment;
let served: ServedDepartment;
let asked: HttpDepartment;

beforeAll(async () => {
  const { config } = databases;
  const { key: signer } = newSigningKey();
  const subgraph = departments.find((department) => department.name === name)!;
  opened = await openDepartment(subgraph, { config, logger: testLogger });
  served = await serveDepartment(opened, {
    host: '127.0.0.1',
    port: 0,
    gatewayKeys: createLocalJWKSet(publicSet(signer)),
    maxBodyBytes: config.MAX_RESPONSE_BYTES,
    logger: testLogger,
  });
  asked = httpDepartment({
    name,
    url: served.url,
    signer,
    maxResponseBytes: config.MAX_RESPONSE_BYTES,
    clock: () => new Date(),
  });
});
afterAll(async () => {
  await asked.close();
  await served.close();
  await opened.close();
  await databases.remove();
});

/** Different household numbers of forty characters, which is the most that a registry takes. */
const numbersOf = (count: number, letter: string) =>
  Array.from({ length: count }, (_, index) => String(index).padStart(40, letter));

async function taxesOf(cases: readonly string[], representations: readonly object[]) {
  const call = {
    callers: [{ subject: 'a', role: 'assistance', divisions: ['500112'], correlationId: 'long-calls' }],
    purpose: 'RECHECK' as const,
    cases,
    budgetMs: 5000,
  };
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on HouseholdRegistrations { taxes { status } } }
  }`;
  const { data, errors } = await asked.execute({ query, variables: { representations } }, call);
  return { told: (data?.['_entities'] as readonly unknown[] | undefined)?.length, errors };
}

describe('A call about a full page of households', () => {
  it.each(['0', '庆', '\u00e9'])('reaches a department, whose numbers are forty of %p', async (letter) => {
    const cases = numbersOf(200, letter);
    const page = cases.map((householdId) => ({
      __typename: 'HouseholdRegistrations',
      householdId,
      subjects: [
        {
          personId: 'p',
          name: '尹某',
          formerName: null,
          role: 'MEMBER',
          divisionCode: null,
          authorised: false,
        },
      ],
    }));
    expect(await taxesOf(cases, page)).toEqual({ told: 200, errors: undefined });
  });

  it('is refused in data, not in silence, where it names one that it is not about', async () => {
    const representations = [{ __typename: 'HouseholdRegistrations', householdId: 'YB-2', subjects: [] }];
    const { told, errors } = await taxesOf(['YB-1'], representations);
    expect(told).toBeUndefined();
    expect(errors).toMatchObject([{ extensions: { code: 'ENTITIES_REFUSED' } }]);
  });
});
