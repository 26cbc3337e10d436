import { buildSchema, parse } from 'graphql';
import { completeAnswer } from '../../../gateway/departments/complete-answer';
import { standInAnswer } from '../../../gateway/departments/stand-in-answer';
import { document, representations, schema } from './public-security-operation';

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const stand = (query: string, given: readonly { readonly __typename: string }[] = representations) =>
  plain(
    standInAnswer(
      schema,
      parse(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ${query} } }`,
      ),
      {
        representations: given,
      },
    ),
  );

const silent = (...ids: readonly string[]) => ({
  state: 'UNAVAILABLE',
  asOf: null,
  subjects: ids.map((id) => ({ person: { id }, status: 'UNAVAILABLE' })),
  rows: [],
});

describe('In a department’s place', () => {
  it('every check says UNAVAILABLE of every subject and has no records, under whatever names it is asked for', () => {
    expect(plain(standInAnswer(schema, document, { representations }))).toEqual({
      _entities: [
        { __typename: 'HouseholdAssets', cars: silent('a', 'b') },
        { __typename: 'HouseholdAssets', cars: silent('c') },
      ],
    });
  });

  it('the answer is complete by the department’s own schema', () => {
    const data = plain(standInAnswer(schema, document, { representations })) as Record<string, unknown>;
    expect(completeAnswer(schema, document)({ representations }, data)).not.toBeNull();
  });

  it('several checks of one household are told apart by their aliases', () => {
    expect(
      stand('... on HouseholdAssets { a: vehicles { status } b: vehicles { asOf records { recordId } } }'),
    ).toEqual({
      _entities: representations.map(() => ({
        a: { status: 'UNAVAILABLE' },
        b: { asOf: null, records: [] },
      })),
    });
  });

  it('a household without subjects, or whose subjects nobody gave, has none', () => {
    const households = [
      { __typename: 'HouseholdAssets', householdId: 'YB-1', subjects: [] },
      { __typename: 'HouseholdAssets', householdId: 'YB-2' },
    ];
    const none = { vehicles: { status: 'UNAVAILABLE', subjects: [] } };
    expect(stand('... on HouseholdAssets { vehicles { status subjects { status } } }', households)).toEqual({
      _entities: [none, none],
    });
  });

  it('no households have no checks', () => {
    expect(stand('... on HouseholdAssets { vehicles { status } }', [])).toEqual({ _entities: [] });
  });

  it('entities of several types are each of their own', () => {
    const several = [
      { __typename: 'Person', id: 'p' },
      { __typename: 'HouseholdRegistrations', householdId: 'YB-1', subjects: [{ personId: 'a' }] },
    ];
    expect(
      stand(
        `... on Person { id called: name sex }
         ... on HouseholdRegistrations { householdId residents { status subjects { person { id } } records { recordId } } }`,
        several,
      ),
    ).toEqual({
      _entities: [
        { id: 'p', called: null, sex: null },
        {
          householdId: 'YB-1',
          residents: { status: 'UNAVAILABLE', subjects: [{ person: { id: 'a' } }], records: [] },
        },
      ],
    });
  });

  it('a person of a check is known by the id alone', () => {
    expect(
      stand(
        '... on HouseholdAssets { vehicles { subjects { person { id name idNumber } } } }',
        representations.slice(1),
      ),
    ).toEqual({
      _entities: [{ vehicles: { subjects: [{ person: { id: 'c', name: null, idNumber: null } }] } }],
    });
  });

  it('a list that may be null is null: an empty one would tell of none', () => {
    const lists = buildSchema(`
      scalar _Any
      union _Entity = Household
      type Query { _entities(representations: [_Any!]!): [_Entity]! }
      type Household { id: ID! reports: [Report!] notices: [Report!]! }
      type Report { number: ID! }
    `);
    const query = parse(
      'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Household { reports { number } notices { number } } } }',
    );
    const variables = { representations: [{ __typename: 'Household', id: 'YB-1' }] };
    expect(plain(standInAnswer(lists, query, variables))).toEqual({
      _entities: [{ reports: null, notices: [] }],
    });
  });
});
