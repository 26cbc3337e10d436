import { departments } from '../../../../subgraphs';
import { keepsRegistries } from '../../../../subgraphs/runtime/define-subgraph';
import { entitiesOf } from '../../../support/entities-of';
import { guardedDepartments, inVariable, withProperty } from '../../../support/guarded-departments';

const { answerOf, expectRefused, expectTaken } = guardedDepartments();

describe('What fields require', () => {
  const subject = {
    personId: 'p',
    name: '尹某',
    formerName: null,
    role: 'MEMBER',
    divisionCode: null,
    authorised: true,
  };
  const requiring = departments
    .filter((department) => keepsRegistries(department) && department.name !== 'civil-affairs')
    .flatMap(({ name }) => entitiesOf(name).own.map(({ type }) => [name, type] as const))
    .filter(([, type]) => type !== 'Person');

  it.each(requiring)('is taken by %s with a %s, and nothing beside it', async (name, type) => {
    const household = { __typename: type, householdId: 'YB-1' };
    await expectTaken(
      name,
      inVariable({ ...household, subjects: [{ ...subject, __typename: 'CheckSubject' }] }),
    );
    for (const subjects of [
      [{ ...subject, idNumber: '500199196603150000' }],
      [subject, withProperty(subject, '__proto__')],
      [{ ...subject, name: { first: '尹' } }],
      [{ ...subject, name: [{ first: '尹' }] }],
      [[subject]],
      { ...subject, note: 'x' },
    ]) {
      await expectRefused(name, inVariable({ ...household, subjects }));
    }
  });

  it('is refused by civil affairs, whose own it is', async () => {
    const household = { __typename: 'HouseholdAssets', householdId: 'YB-1', subjects: [subject] };
    await expectRefused('civil-affairs', inVariable(household));
  });

  it.each([
    ['a field of a record', { assets: { vehicles: { records: [{ recordId: 'V', idNumber: 'x' }] } } }],
    ['a registry', { assets: { yachts: { records: [] } } }],
    ['a field of a check', { assets: { vehicles: { status: 'FOUND' } } }],
    ['a field of a person', { members: [{ person: { id: 'p', idNumber: 'x' } }] }],
    ['a person in the place of an id', { members: [{ person: { id: { id: 'p' } } }] }],
    ['a prototype', { members: [withProperty({ person: { id: 'p' } }, '__proto__')] }],
    ['a field of the household', { address: 'x' }],
    ['an object in the place of a word', { residence: { is: 'URBAN' } }],
  ])('by an assessment leaves no place for %s', async (_, more) => {
    const household = { __typename: 'Household', id: 'YB-1' };
    await expectTaken('eligibility', inVariable({ ...household, members: [{ person: { id: 'p' } }] }));
    await expectRefused('eligibility', inVariable({ ...household, ...more }));
  });
});

describe('An operation with entities', () => {
  const person = { __typename: 'Person', id: 'YB-1' };
  const publicSecurity = 'public-security';

  it('is refused whole, the other questions too', async () => {
    const query = `query ($r: [_Any!]!) {
      person(id: "p") { name }
      _entities(representations: $r) { __typename }
    }`;
    await expectRefused(publicSecurity, { query, variables: { r: [{ ...person, note: 'x' }] } });
  });

  it('is refused for what stands in its text, with variables in it', async () => {
    const query =
      'query ($id: String) { _entities(representations: [{ __typename: "Person", id: $id }]) { __typename } }';
    await expectTaken(publicSecurity, { query, variables: { id: 'p' } });
    await expectRefused(publicSecurity, { query, variables: { id: '' } });
    for (const text of ['id: 7', 'id: "p", __proto__: { id: "p" }', 'id: "p", note: $id', '']) {
      const inText = query
        .replace('id: $id', text)
        .replace('($id: String)', text.includes('$') ? '($id: String)' : '');
      await expectRefused(publicSecurity, { query: inText, variables: { id: 'p' } });
    }
  });

  it('is refused where it takes one alone, which is a list of one', async () => {
    const query = 'query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }';
    await expectTaken(publicSecurity, { query, variables: { r: person } });
    await expectRefused(publicSecurity, { query, variables: { r: { ...person, note: 'x' } } });
  });

  it('is held against the operation that is asked for, and lacks are told as ever', async () => {
    const missing = await answerOf(publicSecurity, { variables: {} });
    expect(missing.codes).toEqual(['INTERNAL_SERVER_ERROR']);
    await expectTaken(publicSecurity, { query: '{ __typename }' });
  });

  it('may be of no entity at all', async () => {
    await expectTaken(publicSecurity, inVariable());
  });

  it('whose fragments spread each other many times is read once', async () => {
    const rings = Array.from(
      { length: 30 },
      (_, index) => `fragment F${index} on Query { ...F${index + 1} a${index}: __typename ...F${index + 1} }`,
    );
    const last = 'fragment F30 on Query { _entities(representations: $r) { __typename } }';
    const query = `query ($r: [_Any!]!) { ...F0 } ${rings.join(' ')} ${last}`;
    const started = performance.now();
    await expectRefused(publicSecurity, { query, variables: { r: [{ ...person, note: 'x' }] } });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
