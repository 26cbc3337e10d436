import { parse, type GraphQLFormattedError } from 'graphql';
import { departmentDataSource } from '../../../gateway/departments/department-data-source';
import { FailureLog } from '../../../gateway/departments/failure-log';
import { Touched } from '../../../gateway/ledger/touched';
import type { DepartmentAnswer } from '../../../schema/wire/graphql-exchange';
import { testLogger } from '../../support/test-logger';
import * as publicSecurity from './public-security-operation';

const query = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Household { told: eligibility { outcome } } }
}`;

const assessments = {
  name: 'eligibility',
  schema: publicSecurity.departmentSchema('eligibility'),
  keepsRegistries: false,
  query,
  document: parse(query),
  representations: ['YB-1', 'YB-2'].map((id) => ({ __typename: 'Household', id })),
};

const checks = { name: 'public-security', keepsRegistries: true, ...publicSecurity };

/** What the data source makes of a department's answer about entities. */
function process(asked: typeof assessments | typeof checks, answer: DepartmentAnswer) {
  const { name, schema, keepsRegistries, document, representations } = asked;
  const source = departmentDataSource({
    name,
    department: { execute: async () => answer, status: async () => [] },
    schema,
    keepsRegistries,
    checksAnswers: false,
    deadlineMs: 5_000,
    failures: new FailureLog(),
    clock: () => new Date('2018-07-02T09:00:00+08:00'),
  });
  return source.process({
    request: { query: asked.query, variables: { representations } },
    context: {
      call: {},
      touched: new Touched(),
      deadline: Date.now() + 10_000,
      signal: new AbortController().signal,
      logger: testLogger,
    },
    document,
  } as unknown as Parameters<typeof source.process>[0]);
}

const meets = { told: { outcome: 'MEETS' } };

const error = (path: GraphQLFormattedError['path'], code = 'NO_POLICY_IN_FORCE'): GraphQLFormattedError => ({
  message: 'upstream text',
  extensions: { code, program: 'MEDICAL_ASSISTANCE', on: '2010-01-01', row: '尹某' },
  ...(path ? { path } : {}),
});

/** The entities were answered in the department's place, and an error at each says so. */
async function expectStoodIn(asked: typeof assessments | typeof checks, answer: DepartmentAnswer) {
  const { data, errors } = await process(asked, answer);
  expect(errors).toMatchObject(
    [0, 1].map((index) => ({
      path: ['_entities', index],
      extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: asked.name },
    })),
  );
  expect(JSON.stringify(data)).not.toMatch(/MEETS|"FOUND"/);
}

describe('Errors that tell why a field of an entity is null', () => {
  it('go on with the answer, each with its code, place and details, and the other entities are whole', async () => {
    const data = { _entities: [meets, { told: null }] };
    expect(await process(assessments, { data, errors: [error(['_entities', 1, 'told'])] })).toEqual({
      data,
      errors: [
        {
          message: expect.stringContaining('No edition of the program') as string,
          path: ['_entities', 1, 'told'],
          extensions: {
            code: 'NO_POLICY_IN_FORCE',
            program: 'MEDICAL_ASSISTANCE',
            on: '2010-01-01',
            department: 'eligibility',
          },
        },
      ],
    });
  });

  it('may stand below the field, where what cannot be null made it so', async () => {
    const data = { _entities: [{ told: null }, meets] };
    const errors = [error(['_entities', 0, 'told', 'outcome'], 'INTERNAL_SERVER_ERROR')];
    expect(await process(assessments, { data, errors })).toMatchObject({
      data,
      errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR', department: 'eligibility' } }],
    });
  });
});

describe('All entities are answered in a department’s place where one of its errors', () => {
  const data = { _entities: [meets, { told: null }] };
  const good = error(['_entities', 1, 'told']);

  it.each<[string, GraphQLFormattedError['path']]>([
    ['has no place', undefined],
    ['stands at an entity', ['_entities', 1]],
    ['stands at the list of them', ['_entities']],
    ['stands at a field that is not null', ['_entities', 0, 'told']],
    ['stands at a field that nobody asked for', ['_entities', 1, 'eligibility']],
    ['stands at what every object has', ['_entities', 1, 'constructor']],
    ['stands at an entity that is not there', ['_entities', 2, 'told']],
    ['stands elsewhere', ['policyEdition', 1, 'told']],
  ])('%s', async (_, path) => {
    await expectStoodIn(assessments, { data, errors: [good, error(path)] });
  });

  it('stands below an entity that is null', async () => {
    await expectStoodIn(assessments, {
      data: { _entities: [meets, null] },
      errors: [error(['_entities', 1, 'told'])],
    });
  });

  it('is of one that keeps registries, whichever field is null', async () => {
    await expectStoodIn({ ...assessments, keepsRegistries: true }, { data, errors: [good] });
  });

  it('stands anywhere in a check, whatever may be null in it', async () => {
    const check = {
      state: 'FOUND',
      asOf: null,
      subjects: [{ person: { id: 'a' }, status: 'FOUND' }],
      rows: [],
    };
    for (const path of [
      ['_entities', 0, 'cars'],
      ['_entities', 0, 'cars', 'asOf'],
      ['_entities', 0, 'asOf'],
    ]) {
      await expectStoodIn(checks, {
        data: { _entities: [{ cars: check }, { cars: check }] },
        errors: [error(path)],
      });
    }
  });
});
