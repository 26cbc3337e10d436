import { getIntrospectionQuery } from 'graphql';
import { roles, type Role } from '../../../gateway/access/roles';
import { readManifest } from '../../../schema/operations';
import { openAttackedGateway, production, type AttackedGateway } from '../../support/attacked-gateway';
import { family, someone } from '../../support/family';

const apps = (Object.keys(roles) as Role[]).filter((role) => role !== 'auditor');
const summary = readManifest().operations.find(({ name }) => name === 'HouseholdSummary')!;

describe('In production, over HTTP,', () => {
  let gateway: AttackedGateway;
  beforeAll(async () => {
    gateway = await openAttackedGateway({
      registries: family('YB-1', [someone('尹某')]),
      settings: production,
    });
  });
  afterAll(() => gateway.close());
  beforeEach(() => gateway.forget());

  const asGet = (query: string) => ({
    method: 'GET' as const,
    search: `?${new URLSearchParams({ query }).toString()}`,
    headers: { 'apollo-require-preflight': 'yes' },
  });

  /** The schema, or a part of it, in every writing. */
  const aboutTheSchema = [
    getIntrospectionQuery(),
    '{ __schema { types { name } } }',
    '{ __type(name: "Household") { fields { name } } }',
    '{ a: __schema { b: queryType { name } } }',
    '{ ...s } fragment s on Query { ... { __schema { directives { name } } } }',
    'query ($no: Boolean = false) { __schema @include(if: $no) { types { name } } }',
    '{ household(id: "YB-1") { id } __schema { types { name } } }',
  ];

  it.each(apps)('the role %s learns nothing of the schema', async (role) => {
    for (const query of aboutTheSchema) {
      const answers = [
        await gateway.post({ query }, { as: { role } }),
        await gateway.send({ as: { role }, ...asGet(query) }),
      ];
      for (const { status, data, codes } of answers) {
        expect([status, data, codes]).toEqual([400, null, ['DOCUMENT_NOT_TRUSTED']]);
      }
    }
    expect(gateway.calls).toEqual([]);
  });

  it('an auditor reads the schema', async () => {
    const { status, data, errors } = await gateway.post(
      { query: getIntrospectionQuery() },
      { as: { role: 'auditor' } },
    );
    expect([status, errors]).toEqual([200, []]);
    expect(data).toMatchObject({ __schema: { queryType: { name: 'Query' } } });
  });

  it.each(['auditor', ...apps] as Role[])(
    'the role %s has no way to a department’s own fields',
    async (role) => {
      for (const query of [
        '{ _service { sdl } }',
        '{ _entities(representations: []) { __typename } }',
        'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person { name } } }',
        '{ __type(name: "_Entity") { name } _service { sdl } }',
      ]) {
        const { data, codes } = await gateway.post({ query }, { as: { role } });
        expect(data).toBeNull();
        expect(codes[0]).toBe(role === 'auditor' ? 'GRAPHQL_VALIDATION_FAILED' : 'DOCUMENT_NOT_TRUSTED');
      }
      expect(gateway.calls).toEqual([]);
    },
  );

  it('the schema that an auditor reads has no department’s own types', async () => {
    const query = '{ __schema { types { name } } e: __type(name: "_Entity") { name } }';
    const { data } = await gateway.post({ query }, { as: { role: 'auditor' } });
    const { e, __schema } = data as { e: unknown; __schema: { types: { name: string }[] } };
    expect(e).toBeNull();
    expect(
      __schema.types.map(({ name }) => name).filter((name) => /^(_[^_]|join__|link__)/.test(name)),
    ).toEqual([]);
  });

  it.each(apps)('the role %s is answered no document that nobody published', async (role) => {
    const variables = { id: 'YB-1' };
    for (const query of [
      '{ household(id: "YB-1") { id } }',
      '{ __typename }',
      `${summary.body} query Other { __typename }`,
      summary.body.replace('address', 'address assets { vehicles { status } }'),
      summary.body.replace('$id: ID!', '$id: ID! = "YB-1"'),
      '{ household(id: "YB-1" ',
    ]) {
      const asked = { query, variables, operationName: 'HouseholdSummary' };
      const { status, data, codes } = await gateway.post(asked, { as: { role } });
      expect([status, data, codes]).toEqual([400, null, ['DOCUMENT_NOT_TRUSTED']]);
    }
    expect(gateway.calls).toEqual([]);
    expect(gateway.ledger.entries).toEqual([]);
  });

  it('published documents are answered, by id and by text, and an auditor asks freely', async () => {
    const variables = { id: 'YB-1' };
    const persistedQuery = { version: 1, sha256Hash: summary.id };
    for (const [role, question] of [
      ['caseworker', { variables, extensions: { persistedQuery } }],
      ['caseworker', { variables, query: summary.body }],
      ['auditor', { query: '{ household(id: "YB-1") { id } }' }],
    ] as const) {
      const { data, errors } = await gateway.post(question, { as: { role } });
      expect(errors).toEqual([]);
      expect(data).toMatchObject({ household: { id: 'YB-1' } });
    }
  });
});
