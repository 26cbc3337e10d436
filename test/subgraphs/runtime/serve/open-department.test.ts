import { Writable } from 'node:stream';
import { pino } from 'pino';
import { departments } from '../../../../subgraphs';
import { defineSubgraph, type Subgraph } from '../../../../subgraphs/runtime/define-subgraph';
import { openDepartment, type OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { catalogueError } from '../../../../schema/wire/catalogue-error';
import { errorCatalogue } from '../../../../schema/wire/error-catalogue';
import { testDatabases, type TestDatabases } from '../../../support/databases';

const now = new Date('2018-07-02T09:00:00+08:00');
const secret = '尹某的住址';
const call = {
  callers: [{ subject: 'user-7', role: 'verifier', correlationId: 'correlation-7' }],
  purpose: null,
  cases: [],
  budgetMs: 5_000,
};

/** Public security, but for its answer to `person`. */
function withPerson(person: () => unknown): Subgraph {
  const [publicSecurity] = departments.filter(({ name }) => name === 'public-security') as [Subgraph];
  return defineSubgraph({ ...publicSecurity, resolvers: { ...publicSecurity.resolvers, Query: { person } } });
}

describe('An open department', () => {
  let databases: TestDatabases;
  let department: OpenDepartment | undefined;
  let log = '';
  beforeEach(() => {
    databases = testDatabases('SQLite');
    log = '';
  });
  afterEach(async () => {
    await department?.close();
    await databases.remove();
  });

  async function open(subgraph: Subgraph): Promise<OpenDepartment> {
    const stream = new Writable({
      write: (chunk, _, done) => {
        log += String(chunk);
        done();
      },
    });
    const { config } = databases;
    department = await openDepartment(subgraph, { config, logger: pino(stream), clock: () => now });
    return department;
  }

  const person = { query: '{ person(id: "a") { id } }' };

  it('tells of a failure a code and a place, and logs neither what was sent nor what was said', async () => {
    const failing = await open(
      withPerson(() => {
        throw new Error(secret);
      }),
    );
    const answer = await failing.execute({ query: `{ person(id: "${secret}") { id } }` }, call);
    expect(answer).toEqual({
      data: { person: null },
      errors: [
        {
          message: errorCatalogue.INTERNAL_SERVER_ERROR.en,
          path: ['person'],
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ],
    });
    const [line] = log
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Record<string, unknown>);
    expect(line).toMatchObject({
      department: 'public-security',
      correlationId: 'correlation-7',
      reason: 'Error',
      at: expect.stringMatching(/^\S.*:\d+:\d+/),
    });
    expect(log).not.toContain(secret);
  });

  it('tells an error of the catalogue by its code, and logs nothing of it', async () => {
    const failing = await open(
      withPerson(() => {
        throw catalogueError('REGISTRY_UNAVAILABLE');
      }),
    );
    const { errors } = await failing.execute(person, call);
    expect(errors).toMatchObject([{ path: ['person'], extensions: { code: 'REGISTRY_UNAVAILABLE' } }]);
    expect(log).toBe('');
  });

  it.each([
    ['does not parse', { query: `{ person(id: "${secret}"` }],
    ['does not fit the schema', { query: `{ person(id: "a") { ${'age'} } }` }],
    [
      'has a variable of another form',
      { query: 'query ($id: ID!) { person(id: $id) { id } }', variables: { id: { name: secret } } },
    ],
    ['lacks a variable', { query: 'query ($id: ID!) { person(id: $id) { id } }' }],
    ['has another name', { ...person, operationName: secret }],
  ])('answers an operation that %s with an error that quotes nothing', async (_, request) => {
    const open1 = await open(withPerson(() => null));
    const { data, errors = [] } = await open1.execute(request, call);
    expect(data ?? null).toBeNull();
    expect(errors.length).toBeGreaterThan(0);
    expect(JSON.stringify(errors)).not.toContain(secret);
    expect(log).not.toContain(secret);
  });

  it('remembers what it read of an operation, and nothing of how it went', async () => {
    let answers = 0;
    const counting = await open(withPerson(() => ({ id: String((answers += 1)) })));
    expect(await counting.execute(person, call)).toEqual({ data: { person: { id: '1' } } });
    expect(await counting.execute(person, call)).toEqual({ data: { person: { id: '2' } } });
    const wrong = { query: '{ nobody { id } }' };
    expect(await counting.execute(wrong, call)).toEqual(await counting.execute(wrong, call));
  });
});
