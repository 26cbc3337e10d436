import { httpDepartment, type HttpDepartment } from '../../gateway/departments/http-department';
import { signingKey } from '../../schema/config/keys';
import { registryNames } from '../../subgraphs/eligibility/engine/facts/facts';
import { household, record, type Representation } from '../subgraphs/eligibility/representation';
import { apiSchema } from '../support/api-schema';
import { sharedConfig } from '../support/ask-over-http';
import { everythingOf } from '../support/household-profile';
import { department, openProcesses } from '../support/processes';

jest.setTimeout(60_000);

const processes = openProcesses('full-pages');
const megabyte = 1024 * 1024;

/** The department as the gateway asks it, over HTTP and with the limits of both by default. */
let eligibility: HttpDepartment;
beforeAll(async () => {
  const { url } = await processes.serve({ command: department('eligibility') });
  const config = sharedConfig(processes.dataDir);
  eligibility = httpDepartment({
    name: 'eligibility',
    url,
    signer: signingKey(config),
    maxResponseBytes: config.MAX_RESPONSE_BYTES,
    clock: () => new Date(),
  });
});
afterAll(async () => {
  await eligibility.close();
  await processes.close();
});

/** A household of so many people, each of whom has a row in every registry but that of deaths. */
function fullHousehold(index: number, size: number): Representation {
  const whole = household(`YB-${index}`);
  const people = Array.from({ length: size }, (_, place) => String(index * 100 + place).padStart(32, '0'));
  const told = (status: string) => people.map((id) => ({ person: { id }, status }));
  for (const checks of [whole.assets, whole.registrations]) {
    for (const [registry, check] of Object.entries(checks)) {
      const lists = Object.keys(check).filter((name) => !['asOf', 'subjects'].includes(name));
      const isEmpty = registry === 'deaths';
      check.subjects = told(isEmpty ? 'NO_RECORD' : 'FOUND');
      for (const list of isEmpty ? [] : lists) check[list] = people.map((id) => record(registry, id, list));
    }
  }
  return { ...whole, members: people.map((id) => ({ ...whole.members[0], person: { id } })) };
}

/** 200 households of so many people each. */
const pageOf = (size: number) => Array.from({ length: 200 }, (_, index) => fullHousehold(index, size));

/** How many households of a page were assessed, with what errors, and how long question and answer were. */
async function assessPage(representations: readonly Representation[], selection: string) {
  const query = `query ($representations: [_Any!]!) {
    _entities(representations: $representations) { ... on Household { eligibility ${selection} } }
  }`;
  const { data, errors } = await eligibility.execute(
    { query, variables: { representations } },
    {
      callers: [{ subject: 'a', role: 'assistance', correlationId: 'full-pages' }],
      purpose: 'RECHECK',
      cases: representations.map(({ id }) => id),
      budgetMs: 30_000,
    },
  );
  const entities = data?.['_entities'] as readonly { readonly eligibility: unknown }[];
  return {
    errors,
    assessed: entities.filter(({ eligibility: told }) => told !== null).length,
    asked: JSON.stringify(representations).length,
    answered: Buffer.byteLength(JSON.stringify(data)),
  };
}

describe('A page of 200 households', () => {
  it('of four with a row about each in every registry is assessed whole over HTTP, and told whole', async () => {
    expect(registryNames.length).toBeGreaterThan(10);
    const whole = everythingOf(apiSchema.getType('Eligibility'));
    const { assessed, errors, answered } = await assessPage(pageOf(4), whole);
    expect({ assessed, errors }).toEqual({ assessed: 200, errors: undefined });
    expect(answered).toBeGreaterThan(2 * megabyte);
  });

  it('of a dozen each is assessed over HTTP', async () => {
    const { assessed, errors, asked } = await assessPage(pageOf(12), '{ outcome }');
    expect({ assessed, errors }).toEqual({ assessed: 200, errors: undefined });
    expect(asked).toBeGreaterThan(8 * megabyte);
  });

  it('of which one has no rules on its day is whole but for that one', async () => {
    const page = pageOf(1);
    page[77]!.application['appliedOn'] = '2010-06-11';
    const { assessed, errors } = await assessPage(page, '{ outcome }');
    expect(assessed).toBe(199);
    expect(errors).toMatchObject([
      {
        path: ['_entities', 77, 'eligibility'],
        extensions: { code: 'NO_POLICY_IN_FORCE', program: 'MINIMUM_LIVING_ALLOWANCE', on: '2010-06-11' },
      },
    ]);
  });
});
