import { purposesOf, type Role } from '../../../gateway/access/roles';
import { developmentToken } from '../../../schema/config/development-token';
import { listen, type Listening } from '../../../gateway/http/listen';
import { expectErrors } from '../../support/ask';
import { now, openDistrict, type District } from '../../support/district';
import { eventually } from '../../support/eventually';
import { family, someone, together } from '../../support/family';
import { openRedisServer } from '../../support/redis-server';

describe('How many households a caller may see within an hour', () => {
  const numbers = (count: number) => Array.from({ length: count }, (_, index) => `YB-${index}`);
  const query = 'query ($ids: [ID!]!) { households(ids: $ids) { id } }';
  let district: District;
  beforeEach(async () => {
    district = await openDistrict({
      departments: ['civil-affairs'],
      registries: together(...numbers(70).map((number) => family(number, [someone('尹某')]))),
      settings: { VERIFIER_HOUSEHOLDS_PER_HOUR: '25', ASSISTANCE_HOUSEHOLDS_PER_HOUR: '30' },
    });
  });
  afterEach(() => district.close());

  it.each<[Role, number]>([
    ['caseworker', 60],
    ['verifier', 25],
    ['assistance', 30],
  ])('is so many for %s: %i', async (role, limit) => {
    const ask = (ids: readonly string[]) => district.ask(query, { role, variables: { ids } });
    for (let from = 0; from < limit; from += 5) {
      expect(await ask(numbers(70).slice(from, from + 5))).toMatchObject({ errors: [] });
    }
    district.forget();
    const refused = await ask(['YB-69']);
    expectErrors(refused, 'HOUSEHOLD_BUDGET_SPENT');
    expect(refused.errors[0]?.extensions).toMatchObject({ limit: String(limit) });
    expect(refused.data ?? null).toBeNull();
    expect(district.statements).toEqual([]);
    expect(await ask(['YB-0'])).toMatchObject({ errors: [] });
  });

  it('is not counted for the verification, which asks for whomever somebody else had verified', async () => {
    expect(
      await district.ask(query, { role: 'verification', variables: { ids: numbers(70) } }),
    ).toMatchObject({
      errors: [],
    });
    const search = '{ searchHouseholds(first: 70) { edges { cursor } } }';
    expect(await district.ask(search, { role: 'verification' })).toMatchObject({ errors: [] });
  });

  it('has to have room for another before a step of a verification, which names none', async () => {
    await district.ask(query, { role: 'caseworker', variables: { ids: numbers(60) } });
    district.forget();
    const input = { key: 'k', verificationId: 'HC-1', expectedVersion: 1 };
    const step = 'mutation ($input: StepInput!) { recordNoObjection(input: $input) { id } }';
    expectErrors(
      await district.ask(step, { role: 'caseworker', variables: { input } }),
      'HOUSEHOLD_BUDGET_SPENT',
    );
    const accept = 'mutation ($input: AcceptApplicationInput!) { acceptApplication(input: $input) { id } }';
    const [asked] = (
      await district.ask(accept, {
        role: 'caseworker',
        variables: { input: { key: 'k', householdId: 'YB-1' } },
      })
    ).errors;
    expect(asked?.extensions?.['code']).not.toBe('HOUSEHOLD_BUDGET_SPENT');
    expect(district.statements).toEqual([]);
  });

  it('counts households that do not exist too: ids cannot be tried out', async () => {
    const tried = Array.from({ length: 60 }, (_, index) => `YB-none-${index}`);
    await district.ask(query, { role: 'caseworker', variables: { ids: tried } });
    expectErrors(
      await district.ask('{ household(id: "YB-1") { id } }', { role: 'caseworker' }),
      'HOUSEHOLD_BUDGET_SPENT',
    );
  });

  it.each([
    ['an alias', '{ a: household(id: "A") { id } b: household(id: "B") { id } }'],
    [
      'a fragment',
      '{ ...a ... { household(id: "B") { id } } } fragment a on Query { x: household(id: "A") { id } }',
    ],
    ['a default value', 'query ($ids: [ID!]! = ["A", "B"]) { households(ids: $ids) { id } }'],
    ['a number', '{ households(ids: [1, 2]) { id } }'],
    [
      'numbers that differ in their last digits',
      '{ households(ids: [70011201200012345678, 70011201200012345679]) { id } }',
    ],
  ])('counts those asked for by %s', async (_, asked) => {
    const ids = numbers(59);
    await district.ask(query, { role: 'caseworker', variables: { ids } });
    expectErrors(await district.ask(asked, { role: 'caseworker' }), 'HOUSEHOLD_BUDGET_SPENT');
  });

  it('counts those that a search finds, and keeps back a page that is too much', async () => {
    const search = 'query ($first: Int) { searchHouseholds(first: $first) { edges { node { id } } } }';
    const page = (first: number) => district.ask(search, { role: 'verifier', variables: { first } });
    expect(await page(25)).toMatchObject({ errors: [] });
    const refused = await page(26);
    expectErrors(refused, 'HOUSEHOLD_BUDGET_SPENT');
    expect(JSON.stringify(refused)).not.toContain('YB-');
  });

  it('lets nobody search who has no room left: an answer would tell whether there is anybody', async () => {
    await district.ask(query, { role: 'caseworker', variables: { ids: numbers(60) } });
    district.forget();
    for (const name of ['尹某', '无某']) {
      const search = `{ searchHouseholds(filter: { applicantName: "${name}" }) { edges { cursor } } }`;
      expectErrors(await district.ask(search, { role: 'caseworker' }), 'HOUSEHOLD_BUDGET_SPENT');
    }
    expect(district.statements).toEqual([]);
  });

  it('counts those of which a search tells no more than where they stand', async () => {
    const search = '{ searchHouseholds(first: 70) { edges { cursor } } }';
    const refused = await district.ask(search, { role: 'caseworker' });
    expectErrors(refused, 'HOUSEHOLD_BUDGET_SPENT');
    expect(refused.data ?? null).toBeNull();
  });

  it('is told over HTTP with 429 and when to come again', async () => {
    const listening: Listening = await listen(district.graph.app, '127.0.0.1', 0);
    const token = await developmentToken(district.databases.config, { role: 'caseworker', now });
    const ask = (ids: readonly string[]) =>
      fetch(`${listening.url}/graphql`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'x-access-purpose': purposesOf.caseworker[0] ?? '',
        },
        body: JSON.stringify({ query, variables: { ids } }),
      });
    expect((await ask(numbers(60))).status).toBe(200);
    const refused = await ask(['YB-61']);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600']);
    await listening.close();
  });
});

describe('Budgets in a Redis', () => {
  const query = '{ household(id: "YB-1") { id } }';

  it('are shared by gateways, and keep every household back while they cannot be counted', async () => {
    const redis = await openRedisServer();
    const open = () =>
      openDistrict({
        departments: ['civil-affairs'],
        registries: family('YB-1', [someone('尹某')]),
        settings: { REDIS_URL: redis.url, VERIFIER_HOUSEHOLDS_PER_HOUR: '1' },
      });
    const [one, other] = [await open(), await open()];
    expect(await one.ask(query)).toMatchObject({ errors: [] });
    expectErrors(await other.ask('{ household(id: "YB-2") { id } }'), 'HOUSEHOLD_BUDGET_SPENT');
    expect(JSON.stringify(await redis.keys())).not.toMatch(/YB-|test-verifier/);

    await redis.stop();
    expectErrors(await one.ask(query), 'BUDGET_UNAVAILABLE');
    await redis.start();
    await eventually('budgets are counted again', 10_000, async () => {
      const { errors } = await one.ask(query);
      return errors.length === 0 || undefined;
    });
    await Promise.all([one.close(), other.close()]);
    await redis.remove();
  });
});
