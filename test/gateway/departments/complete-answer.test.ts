import { parse } from 'graphql';
import { completeAnswer } from '../../../gateway/departments/complete-answer';
import { departmentSchema, document, query, representations, schema } from './public-security-operation';

type Json = Record<string, unknown>;

const check = (id: string, ...others: string[]): Json => ({
  state: 'FOUND',
  asOf: '2018-07-02T09:00:00+08:00',
  subjects: [id, ...others].map((person) => ({ person: { id: person }, status: 'FOUND' })),
  rows: [
    {
      recordId: 'JD-1',
      keeper: { __typename: 'Person', id },
      statusFlags: ['A', 'Q'],
      firstRegisteredOn: '2016-10-20',
      assessedValue: '78000.00',
      disabilityAdapted: false,
      brandModel: null,
    },
  ],
});
const answer = (): Json => ({
  _entities: [
    { __typename: 'HouseholdAssets', cars: check('a', 'b') },
    { __typename: 'HouseholdAssets', cars: check('c') },
  ],
});

/** The same operation where what it asks for does not depend on a variable. */
const unconditional = parse(query.replace(', $short: Boolean = false', '').replace(' @skip(if: $short)', ''));

function complete(data: Json, variables: Json = {}) {
  const answer = completeAnswer(schema, document)({ representations, ...variables }, data);
  if (!variables['short']) {
    expect(completeAnswer(schema, unconditional)({ representations }, data)).toEqual(answer);
  }
  return answer;
}

/** The answer with one thing in it made otherwise; `path` as in `_entities.0.cars.state`. */
function altered(path: string, value: unknown): Json {
  const data = answer();
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const place = keys.reduce<Json>((of, key) => of[key] as Json, data);
  if (value === undefined) delete place[last];
  else place[last] = value;
  return data;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('An answer', () => {
  it('that is complete is given as it is', () => {
    expect(plain(complete(answer()))).toEqual(answer());
  });

  it('need not say of which type an entity is that was asked for by its type', () => {
    const data = altered('_entities.0.__typename', undefined);
    expect(plain(complete(data))).toEqual(answer());
  });

  it.each([
    ['fewer', [{ person: { id: 'a' }, status: 'NO_RECORD' }]],
    ['more', ['a', 'b', 'c'].map((id) => ({ person: { id }, status: 'NO_RECORD' }))],
  ])('with %s subjects than were asked about is none', (_, subjects) => {
    expect(complete(altered('_entities.0.cars.subjects', subjects))).toBeNull();
  });

  it('with fewer households than were asked for is none', () => {
    const civilAffairs = departmentSchema('civil-affairs');
    const asked = parse('query ($ids: [ID!]!) { families: households(ids: $ids) { id } }');
    const told = (families: unknown[]) =>
      completeAnswer(civilAffairs, asked)({ ids: ['A', 'B'] }, { families });
    expect(plain(told([{ id: 'A' }, null]))).toEqual({ families: [{ id: 'A' }, null] });
    expect(told([{ id: 'A' }])).toBeNull();
  });

  it('lacks nothing where the operation left it out', () => {
    const data = altered('_entities.0.cars.rows.0.brandModel', undefined);
    delete ((data['_entities'] as Json[])[1]?.['cars'] as { rows: Json[] }).rows[0]?.['brandModel'];
    expect(plain(complete(data, { short: true }))).toEqual(data);
    expect(complete(data)).toBeNull();
  });

  it('loses whatever was not asked for', () => {
    const data = altered('_entities.0.cars.rows.0.idNumber', 'of somebody');
    expect(plain(complete({ ...data, more: 1 }))).toEqual(answer());
  });

  it.each<[string, string, unknown]>([
    ['without its entities', '_entities', undefined],
    ['whose entities are null', '_entities', null],
    ['whose entities are no list', '_entities', { 0: {}, 1: {}, length: 2 }],
    ['with too few entities', '_entities', answer()['_entities'] && [{ cars: check('a') }]],
    [
      'with too many entities',
      '_entities',
      [{ cars: check('a') }, { cars: check('c') }, { cars: check('d') }],
    ],
    ['without any entity', '_entities', []],
    ['with an entity that is null', '_entities.1', null],
    ['with an entity that is a text', '_entities.1', 'HouseholdAssets'],
    ['with an entity that is a list', '_entities.1', []],
    ['with an entity that is empty', '_entities.1', {}],
    ['whose check is missing', '_entities.0.cars', undefined],
    ['whose check has the name of the field and not its alias', '_entities.0', { vehicles: check('a') }],
    ['whose check is null', '_entities.0.cars', null],
    ['whose check is a list', '_entities.0.cars', [check('a')]],
    ['without a status', '_entities.0.cars.state', undefined],
    ['whose status is null', '_entities.0.cars.state', null],
    ['whose status is none of the enum', '_entities.0.cars.state', 'found'],
    ['whose status is a number', '_entities.0.cars.state', 0],
    ['whose instant is missing, not null', '_entities.0.cars.asOf', undefined],
    ['whose instant is a date alone', '_entities.0.cars.asOf', '2018-07-02'],
    ['whose instant is a number', '_entities.0.cars.asOf', 1530493200000],
    ['without subjects', '_entities.0.cars.subjects', undefined],
    ['whose subjects are null', '_entities.0.cars.subjects', null],
    ['whose subjects are a text', '_entities.0.cars.subjects', 'none'],
    ['with a subject that is null', '_entities.0.cars.subjects.0', null],
    ['with a subject without a person', '_entities.0.cars.subjects.0.person', undefined],
    ['with a person without an id', '_entities.0.cars.subjects.0.person', {}],
    ['whose records are missing', '_entities.0.cars.rows', undefined],
    ['whose records are null', '_entities.0.cars.rows', null],
    ['with a record that is null', '_entities.0.cars.rows.0', null],
    ['with a record without its id', '_entities.0.cars.rows.0.recordId', undefined],
    ['with an id that is an object', '_entities.0.cars.rows.0.recordId', {}],
    ['with a day of another form', '_entities.0.cars.rows.0.firstRegisteredOn', '2016/10/20'],
    ['with an amount of another form', '_entities.0.cars.rows.0.assessedValue', '78000'],
    ['with an amount that is a number', '_entities.0.cars.rows.0.assessedValue', 78000],
    ['with a truth that is a text', '_entities.0.cars.rows.0.disabilityAdapted', 'false'],
    ['with a flag that is null', '_entities.0.cars.rows.0.statusFlags.1', null],
    ['with a flag that is a list', '_entities.0.cars.rows.0.statusFlags.1', ['A']],
    ['with flags that are one text', '_entities.0.cars.rows.0.statusFlags', 'AQ'],
    ['whose optional text is missing', '_entities.0.cars.rows.0.brandModel', undefined],
  ])('%s is none', (_, path, value) => {
    expect(complete(altered(path, value))).toBeNull();
  });

  it('to a root field may be null where the schema allows it, and may not be missing', () => {
    const person = parse('query ($id: ID!) { who: person(id: $id) { id name } }');
    const of = (data: Json) => completeAnswer(schema, person)({ id: 'a' }, data);
    expect(plain(of({ who: null }))).toEqual({ who: null });
    expect(plain(of({ who: { id: 'a', name: null } }))).toEqual({ who: { id: 'a', name: null } });
    for (const data of [
      {},
      { person: null },
      { who: {} },
      { who: { id: 'a' } },
      { who: { id: null, name: null } },
    ]) {
      expect(of(data)).toBeNull();
    }
  });

  it('that has what every object inherits in place of a field is none', () => {
    const named = parse('{ constructor: person(id: "a") { __typename } }');
    expect(completeAnswer(schema, named)({}, {})).toBeNull();
    expect(plain(completeAnswer(schema, named)({}, { constructor: {} }))).toEqual({
      constructor: { __typename: 'Person' },
    });
  });
});
