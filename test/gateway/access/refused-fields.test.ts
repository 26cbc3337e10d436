import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getOperationAST, parse, validate, type GraphQLSchema } from 'graphql';
import { isRefused } from '../../../gateway/access/field-access';
import { operationFields } from '../../../gateway/access/operation-fields';
import { isRole, roles, type Role } from '../../../gateway/access/roles';
import { readAccessTable, type AccessTable } from '../../../schema/access/access-table';
import { packageRoot } from '../../../schema/package-root';

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8');
const api = buildSchema(read('schema/api.graphql'));
const access = readAccessTable(parse(read('schema/supergraph.graphql')));

/** The fields of a valid operation that somebody with these scopes may not read. */
function refusedIn(
  schema: GraphQLSchema,
  table: AccessTable,
  query: string,
  scopes: readonly string[],
  operationName?: string,
): readonly string[] {
  const document = parse(query);
  const operation = getOperationAST(document, operationName);
  if (!operation) throw new Error('there is no such operation');
  return operationFields(operation, document, schema)
    .filter((field) => isRefused(field, table, new Set(scopes)))
    .map(({ coordinate }) => coordinate);
}

/** What somebody of this role may not read of a valid operation. */
function refused(role: Role, query: string, operationName?: string): readonly string[] {
  expect(validate(api, parse(query))).toEqual([]);
  return refusedIn(api, access, query, roles[role], operationName);
}

const household = (selection: string) => `{ household(id: "YB-1") { ${selection} } }`;

const profile = household(`
  id address application { number program } obligors { declaredName }
  members { declaredName maskedIdNumber person { id } declaredIncome { wages } }
  assets { vehicles { status subjects { person { id } status } records { recordId owner { id } } } }
  registrations {
    residents { records { person { id } registeredAddress } }
    marriages { records { parties { person { id } deceased } } }
    deaths { status }
    assistanceRolls { records { monthlyAmount } }
  }`);

const search = '{ searchHouseholds { edges { node { id } cursor } pageInfo { hasNextPage } } }';

describe('A role', () => {
  it.each<[Role, string, string]>([
    ['caseworker', 'a whole profile', profile],
    ['caseworker', 'a search', search],
    ['assistance', 'a whole profile', profile],
    ['auditor', 'a whole profile', profile],
    ['verifier', 'a person with all that is known', '{ person(id: "a") { id name idNumber sex birthDate } }'],
    ['verifier', 'names within a profile', household('members { person { name } }')],
    [
      'auditor',
      'the schema',
      '{ __schema { types { name fields { name } } } __type(name: "Person") { name } }',
    ],
    ['operator', 'the name of the root type', '{ __typename }'],
  ])('%s may read %s', (role, _, query) => {
    expect(refused(role, query)).toEqual([]);
  });

  it.each<[Role, string, string, readonly string[]]>([
    ['caseworker', 'a person', '{ person(id: "a") { id } }', ['Query.person']],
    [
      'caseworker',
      'what identifies a member',
      household('members { person { id name idNumber sex birthDate } }'),
      ['Person.name', 'Person.idNumber', 'Person.sex', 'Person.birthDate'],
    ],
    [
      'assistance',
      'the name of an owner, deep inside',
      household('assets { vehicles { records { owner { name } } } }'),
      ['Person.name'],
    ],
    [
      'auditor',
      'a name in a search',
      '{ searchHouseholds { edges { node { members { person { name } } } } } }',
      ['Person.name'],
    ],
    ['operator', 'a household', household('id'), ['Query.household', 'Household.id']],
    ['operator', 'several households', '{ households(ids: []) { __typename } }', ['Query.households']],
    [
      'operator',
      'that there are any',
      '{ searchHouseholds { pageInfo { hasNextPage } } }',
      ['Query.searchHouseholds', 'HouseholdConnection.pageInfo'],
    ],
    ['caseworker', 'the schema', '{ __schema { queryType { name } } }', ['Query.__schema']],
    ['verifier', 'a type of the schema', '{ __type(name: "Person") { name } }', ['Query.__type']],
    [
      'operator',
      'the schema beside the root’s name',
      '{ __typename __schema { description } }',
      ['Query.__schema'],
    ],
  ])('%s may not read %s', (role, _, query, fields) => {
    expect(refused(role, query)).toEqual(fields);
  });

  it('is one of the list, and not a name that every object has', () => {
    expect(Object.keys(roles).filter(isRole)).toEqual(Object.keys(roles));
    for (const name of ['constructor', 'toString', '__proto__', 'Caseworker', '', undefined, 1]) {
      expect(isRole(name)).toBe(false);
    }
  });
});

describe('A field that a caseworker may not read is found', () => {
  const member = (selection: string) => household(`members { ${selection} }`);
  it.each([
    ['behind an alias', member('who: person { declared: name }')],
    ['in a fragment', `${member('...who')} fragment who on Member { person { name } }`],
    [
      'in a fragment of a fragment',
      `${member('...a')} fragment a on Member { ...b } fragment b on Member { person { ...c } } fragment c on Person { name }`,
    ],
    ['in an inline fragment', member('... on Member { person { ... on Person { name } } }')],
    ['in an inline fragment without a type', member('... { person { ... { name } } }')],
    [
      'in a fragment on an interface',
      household(`assets { vehicles { ...check } }`) +
        ' fragment check on RegistryCheck { subjects { person { name } } }',
    ],
    [
      'in an inline fragment on an interface',
      household('assets { vehicles { ... on RegistryCheck { subjects { person { name } } } } }'),
    ],
    [
      'in a fragment of an implementation',
      household(
        'assets { vehicles { records { ... on RegistryRecord { ... on VehicleRecord { owner { name } } } } } }',
      ),
    ],
    ['that is skipped', member('person { name @skip(if: true) }')],
    ['that is not included', member('person { name @include(if: false) }')],
    ['whose parent is skipped', member('person @skip(if: true) { name }')],
    [
      'in a fragment that is skipped',
      `${member('...who @skip(if: true)')} fragment who on Member { person { name } }`,
    ],
    ['in an inline fragment that is not included', member('... @include(if: false) { person { name } }')],
    ['that a variable skips', `query ($no: Boolean = true) ${member('person { name @skip(if: $no) }')}`],
    ['next to one that may be read', member('declaredName person { id name }')],
  ])('%s', (_, query) => {
    expect(refused('caseworker', query)).toEqual(['Person.name']);
  });

  it('in the operation that is asked for, and in no other of the document', () => {
    const document = `
      query Open { household(id: "a") { members { person { id } } } }
      query Closed { household(id: "a") { members { ...who } } }
      fragment who on Member { person { name } }`;
    expect(refused('caseworker', document, 'Open')).toEqual([]);
    expect(refused('caseworker', document, 'Closed')).toEqual(['Person.name']);
  });

  it('in a single operation whose name was not given', () => {
    expect(refused('caseworker', `query Named ${household('members { person { name } }')}`)).toEqual([
      'Person.name',
    ]);
  });
});

describe('A field', () => {
  const schema = buildSchema(`
    interface Node { id: ID }
    type Query { a: A b: B open: Int list: [[A!]!] either: A }
    type A implements Node { id: ID secret: Int both: Int }
    type B { id: ID }
    extend type Query { node: Node }
  `);
  const table = new Map([
    ['Query.a', [[]]],
    ['Query.b', [[]]],
    ['Query.list', [[]]],
    ['Query.node', [[]]],
    ['Query.either', [['x'], ['y', 'z']]],
    ['A', [['a:read']]],
    ['A.secret', [['secret']]],
    ['A.both', [['one', 'two']]],
    ['Node', [['a:read']]],
  ]);
  const refusedOf = (query: string, ...scopes: string[]) => refusedIn(schema, table, query, scopes);

  it.each([
    ['whose type asks for more', '{ a { id } }', [], ['Query.a', 'A.id']],
    ['whose type asks for more, in a list of lists', '{ list { __typename } }', [], ['Query.list']],
    ['whose interface asks for more', '{ node { id } }', [], ['Query.node', 'Node.id']],
    ['that asks for more itself', '{ a { id secret } }', ['a:read'], ['A.secret']],
    ['that asks for a whole set', '{ a { both } }', ['a:read', 'one'], ['A.both']],
    [
      'that has one of several alternatives only in part',
      '{ either { id } }',
      ['a:read', 'y'],
      ['Query.either'],
    ],
    ['for which nobody declared anything', '{ open b { id } }', ['a:read', 'secret'], ['Query.open', 'B.id']],
  ])('%s is refused', (_, query, scopes, expected) => {
    expect(refusedOf(query, ...scopes)).toEqual(expected);
  });

  it.each([
    ['its set is held', '{ a { both } }', ['a:read', 'one', 'two']],
    ['one alternative is held', '{ either { id } }', ['a:read', 'x']],
    ['another alternative is held', '{ either { id } }', ['a:read', 'y', 'z']],
    ['nobody asks for a scope', '{ b { __typename } }', []],
  ])('may be read where %s', (_, query, scopes) => {
    expect(refusedOf(query, ...scopes)).toEqual([]);
  });
});
