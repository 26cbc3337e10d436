import { GraphQLError, parse } from 'graphql';
import { pageOperation } from '../../../gateway/execution/slices';
import { openDistrict, type District } from '../../support/district';
import { family, someone, together } from '../../support/family';

const text =
  'query ($of: [ID!]!, $on: Date) { page: households(ids: $of) { id eligibility(on: $on) { outcome } } }';
const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `YB-${index + from}`);
const page = () => {
  const operation = pageOperation(parse(text));
  if (!operation) throw new Error('it is no page');
  return operation;
};

describe('A page of households', () => {
  it('is cut into slices of twenty, the last of which may be smaller, with all other variables', () => {
    const on = '2018-07-02';
    expect(page().slices({ of: numbers(45), on })).toEqual([
      { of: numbers(20), on },
      { of: numbers(20, 20), on },
      { of: numbers(5, 40), on },
    ]);
    expect(page().slices({ of: numbers(200), on })).toHaveLength(10);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['it is no larger than one', { of: numbers(20) }],
    ['it is larger than a page may be', { of: numbers(201) }],
    ['it names no list', { of: 'YB-1' }],
    ['it names nothing', {}],
  ])('stays whole where %s', (_, variables) => {
    expect(page().slices(variables)).toBeNull();
  });

  it.each([
    ['one household', 'query ($of: ID!) { household(id: $of) { id } }'],
    ['two pages', 'query ($of: [ID!]!) { a: households(ids: $of) { id } b: households(ids: $of) { id } }'],
    ['households that stand in the text', '{ households(ids: ["YB-1"]) { id } }'],
    [
      'a page on a condition',
      'query ($of: [ID!]!, $if: Boolean!) { households(ids: $of) @skip(if: $if) { id } }',
    ],
    [
      'a page beside something else',
      'query ($of: [ID!]!) { households(ids: $of) { id } registries { name } }',
    ],
  ])('is not what asks for %s', (_, query) => {
    expect(pageOperation(parse(query))).toBeNull();
  });

  it('is put together in its order, with each error at its place in the whole', () => {
    const error = (path: readonly (string | number)[]) =>
      new GraphQLError('m', { path, extensions: { code: 'NO_POLICY_IN_FORCE' } });
    const told = page().whole([
      { data: { page: ['a', null] }, errors: [error(['page', 1])] },
      { data: { page: ['c'] } },
      {
        data: { page: ['d'] },
        errors: [error(['page', 0, 'eligibility', 'findings', 3]), error(['other', 0])],
      },
    ]);
    expect(told.data).toEqual({ page: ['a', null, 'c', 'd'] });
    expect(told.errors?.map(({ path, extensions }) => [path, extensions['code']])).toEqual([
      [['page', 1], 'NO_POLICY_IN_FORCE'],
      [['page', 40, 'eligibility', 'findings', 3], 'NO_POLICY_IN_FORCE'],
      [['other', 0], 'NO_POLICY_IN_FORCE'],
    ]);
  });

  it('keeps the gaps of each slice, of which errors are made: none looks like nothing found', () => {
    const gap = new GraphQLError('no null', { path: ['page', 1, 'id'] });
    const told = page().whole([
      { data: { page: ['a'] } },
      { data: { page: ['b', null] }, extensions: { valueCompletion: [gap] } },
    ]);
    expect(told.data).toEqual({ page: ['a', 'b', null] });
    const gaps = told.extensions?.['valueCompletion'] as readonly GraphQLError[];
    expect(gaps.map(({ path }) => path)).toEqual([['page', 21, 'id']]);
  });

  it('is not there where one slice of it is not: nobody takes a part for the whole', () => {
    const failed = new GraphQLError('m', { path: ['page'] });
    const told = page().whole([{ data: { page: ['a'] } }, { data: null, errors: [failed] }]);
    expect(told).toEqual({ data: null, errors: [failed] });
  });
});

describe('While a page of households is answered', () => {
  let district: District;
  beforeAll(async () => {
    district = await openDistrict({
      departments: ['civil-affairs'],
      registries: together(...numbers(45).map((id) => family(id, [someone('尹某')]))),
    });
  });
  afterAll(() => district.close());

  it('others are let go first before each slice, and no household is left out', async () => {
    let ways = 0;
    const giveWay = async () => void (ways += 1);
    const asked = await district.ask('query ($ids: [ID!]!) { households(ids: $ids) { id } }', {
      variables: { ids: [...numbers(45), 'YB-none'] },
      giveWay,
    });
    expect(ways).toBe(3);
    const households = asked.data?.['households'] as readonly ({ readonly id: string } | null)[];
    expect(households.map((household) => household?.id)).toEqual([...numbers(45), undefined]);
    expect(asked.errors).toEqual([]);
  });

  it('a value that does not fit is told once, and nobody is asked', async () => {
    let ways = 0;
    const asked = await district.ask('query ($ids: [ID!]!) { households(ids: $ids) { id } }', {
      variables: { ids: [...numbers(45), { not: 'an id' }] },
      giveWay: async () => void (ways += 1),
    });
    expect(asked.errors.map(({ extensions }) => extensions?.['code'])).toEqual(['BAD_USER_INPUT']);
    expect(ways).toBe(0);
  });

  it('one household waits for nobody', async () => {
    let ways = 0;
    await district.ask('{ household(id: "YB-1") { id } }', { giveWay: async () => void (ways += 1) });
    expect(ways).toBe(0);
  });
});
