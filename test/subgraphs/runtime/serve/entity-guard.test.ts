import { departments } from '../../../../subgraphs';
import { entitiesOf } from '../../../support/entities-of';
import {
  guardedDepartments,
  inVariable,
  withProperty,
  type Json,
} from '../../../support/guarded-departments';

const { expectRefused, expectTaken } = guardedDepartments();

const everyEntity = departments.flatMap(({ name }) =>
  entitiesOf(name).own.map(({ type, key }) => [name, type, key] as const),
);

const numbers = (count: number) => Array.from({ length: count }, (_, index) => `YB-${index}`);

it('Every department but none has entities', () => {
  expect(new Set(everyEntity.map(([name]) => name)).size).toBe(departments.length);
  expect(new Set(everyEntity.map(([, type]) => type))).toEqual(
    new Set(['Household', 'HouseholdAssets', 'HouseholdRegistrations', 'Person']),
  );
});

describe.each(everyEntity)('%s, asked for a %s,', (name, type, key) => {
  const good: Json = { __typename: type, [key]: 'YB-1' };
  const isPerson = type === 'Person';

  it('takes its key, and what a gateway may add: the name of its type', async () => {
    await expectTaken(name, inVariable(good, good));
    await expectTaken(name, {
      query: `{ _entities(representations: [{ __typename: "${type}", ${key}: "YB-1" }]) { __typename } }`,
      cases: ['YB-1'],
    });
  });

  it.each([
    ['a number', 7],
    ['null', null],
    ['a list', ['YB-1']],
    ['an object', { id: 'YB-1' }],
    ['nothing', ''],
    ['longer than any', 'x'.repeat(65)],
    ['true', true],
  ])('refuses a key that is %s', async (_, value) => {
    await expectRefused(name, inVariable({ ...good, [key]: value }));
  });

  it('refuses one without its key, and one that names another beside it', async () => {
    await expectRefused(name, inVariable({ __typename: type }));
    const other = key === 'id' ? 'householdId' : 'id';
    await expectRefused(name, inVariable({ ...good, [other]: 'YB-1' }));
  });

  it.each(['note', 'idNumber', '__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'refuses one with a field %s',
    async (field) => {
      await expectRefused(name, inVariable(withProperty(good, field)));
    },
  );

  it('refuses it among others that it takes', async () => {
    await expectRefused(name, inVariable(good, good, { ...good, note: 'x' }));
  });

  it(`takes as many as it may, and not one more`, async () => {
    const most = isPerson ? 1000 : 200;
    const cases = numbers(most + 1);
    const all = cases.map((number) => ({ __typename: type, [key]: number }));
    await expectTaken(name, { variables: { r: all.slice(1) }, cases });
    await expectRefused(name, { variables: { r: all }, cases });
  });

  it('counts them under all names, in fragments and in the text of the operation too', async () => {
    const half = isPerson ? 500 : 100;
    const cases = numbers(2 * half + 1);
    const all = cases.map((number) => ({ __typename: type, [key]: number }));
    const variables = { r: all.slice(0, half), s: all.slice(half, 2 * half) };
    const inText = `_entities(representations: [{ __typename: "${type}", ${key}: "${cases.at(-1)}" }])`;
    const twice = (more: string) => `query ($r: [_Any!]!, $s: [_Any!]!) {
      a: _entities(representations: $r) { __typename } ... on Query { ...B } ${more}
    }
    fragment B on Query { b: _entities(representations: $s) { __typename } }`;
    await expectTaken(name, { query: twice(''), variables, cases });
    await expectRefused(name, { query: twice(`c: ${inText} { __typename }`), variables, cases });
  });

  if (isPerson) {
    it('counts a person once, who stands at many places', async () => {
      await expectTaken(name, inVariable(...Array.from({ length: 1500 }, () => good)));
    });
  } else {
    it('refuses a household that the call is not about', async () => {
      await expectRefused(name, { ...inVariable(good), cases: [] });
      await expectRefused(name, { ...inVariable(good), cases: ['YB-2'] });
      await expectRefused(name, inVariable(good, { ...good, [key]: 'YB-2' }));
      await expectRefused(name, inVariable({ ...good, [key]: 'yb-1' }));
    });
  }
});

describe.each(departments.map(({ name }) => [name] as const))('%s refuses an entity', (name) => {
  const { foreign, own } = entitiesOf(name);
  const [first] = own;
  const keyOf = { [first!.key]: 'YB-1', id: 'YB-1' };

  it.each([
    'Query',
    'CheckSubject',
    'RegistryCheck',
    'CheckStatus',
    '_Entity',
    '_Service',
    'Nobody',
    '',
    'constructor',
    '__proto__',
    7,
    null,
    ['Person'],
    { toString: 'Person' },
  ])('whose type is %p', async (type) => {
    for (const key of [{ id: 'YB-1' }, { householdId: 'YB-1' }]) {
      await expectRefused(name, inVariable({ __typename: type, ...key }));
    }
  });

  it('that is another department’s', async () => {
    const all = ['Household', 'HouseholdAssets', 'HouseholdRegistrations', 'Person'];
    const others = all.filter((type) => !own.some((entity) => entity.type === type));
    expect(others).toEqual(expect.arrayContaining(foreign.map(({ type }) => type)));
    for (const type of others) {
      for (const key of ['id', 'householdId']) {
        await expectRefused(name, inVariable({ __typename: type, [key]: 'YB-1' }));
      }
    }
  });

  it('that is none', async () => {
    for (const none of ['Person', 7, true, [keyOf], []]) await expectRefused(name, inVariable(none));
    await expectRefused(name, inVariable(keyOf));
  });
});
