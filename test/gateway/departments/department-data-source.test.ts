import { departmentDataSource } from '../../../gateway/departments/department-data-source';
import { DepartmentFailure } from '../../../gateway/departments/department-failure';
import { FailureLog } from '../../../gateway/departments/failure-log';
import { gatewayContext, type GatewayContext } from '../../../gateway/gateway-context';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import { errorCatalogue } from '../../../schema/wire/error-catalogue';
import type { Department, DepartmentAnswer } from '../../../schema/wire/graphql-exchange';
import { testLogger } from '../../support/test-logger';
import { document, query, representations, schema } from './public-security-operation';

type Execute = Department['execute'];

const context = (): GatewayContext =>
  gatewayContext({
    principal: { subject: 'user-7', role: 'caseworker', scopes: new Set() },
    stated: { purpose: 'RECHECK', reason: null, problem: null },
    correlationId: 'c-1',
    deadline: Date.now() + 10_000,
    logger: testLogger,
  });

/** Asks a department that answers by `execute`, for entities or for a root field. */
function ask(
  execute: Execute,
  { deadlineMs = 5_000, root = false, checksAnswers = false, gatewayContext = context() } = {},
) {
  const source = departmentDataSource({
    name: 'public-security',
    department: { execute, status: () => Promise.resolve([]) },
    schema,
    keepsRegistries: true,
    checksAnswers,
    deadlineMs,
    failures: new FailureLog(),
    clock: () => new Date('2018-07-02T09:00:00+08:00'),
  });
  const request = root
    ? { query: '{ person(id: "a") { id } }', variables: {} }
    : { query, variables: { representations } };
  return source.process({
    request,
    context: gatewayContext,
    ...(root ? {} : { document }),
  } as unknown as Parameters<typeof source.process>[0]);
}

const unavailable = {
  message: errorCatalogue.DEPARTMENT_UNAVAILABLE.en,
  extensions: { code: 'DEPARTMENT_UNAVAILABLE', department: 'public-security' },
};

const failures: [string, Execute][] = [
  ['fails', () => Promise.reject(new DepartmentFailure('HTTP_500'))],
  [
    'fails before it begins',
    () => {
      throw new Error('upstream text');
    },
  ],
  ['fails with what is no error', () => Promise.reject(new Error('upstream text'))],
  ['answers with an error', async () => ({ data: null, errors: [{ message: 'upstream text' }] })],
  [
    'answers with an error beside its data',
    async () => ({
      data: { _entities: [] },
      errors: [{ message: 'upstream text', extensions: { code: 'SQL', row: 1 } }],
    }),
  ],
];

describe('Where a department', () => {
  it('answers, its data goes on and nothing else', async () => {
    const data = { _entities: [{}, {}] };
    expect(await ask(async () => ({ data, extensions: { trace: 1 } }) as DepartmentAnswer)).toEqual({ data });
  });

  it.each(failures)(
    '%s, its entities are answered in its place and the error says where',
    async (_, execute) => {
      const answer = await ask(execute);
      const check = { state: 'UNAVAILABLE', asOf: null, rows: [] };
      expect(answer.data).toMatchObject({
        _entities: [
          { cars: { ...check, subjects: [{ person: { id: 'a' } }, { person: { id: 'b' } }] } },
          { cars: { ...check, subjects: [{ person: { id: 'c' } }] } },
        ],
      });
      expect(answer.errors).toEqual([
        { ...unavailable, path: ['_entities', 0] },
        { ...unavailable, path: ['_entities', 1] },
      ]);
      expect(JSON.stringify(answer)).not.toMatch(/upstream|SQL|HTTP/);
    },
  );

  it.each(failures.slice(0, 4))('%s, a root field is null with an error', async (_, execute) => {
    expect(await ask(execute, { root: true })).toEqual({ data: null, errors: [unavailable] });
  });

  it('answers over a network and leaves something out, its entities are answered in its place', async () => {
    const told = async () => ({ data: { _entities: [{}, {}] } });
    expect((await ask(told, { checksAnswers: true })).errors).toHaveLength(2);
    expect((await ask(told)).errors).toBeUndefined();
  });

  it('answers over a network, what nobody asked for is left out', async () => {
    const told = async () => ({ data: { person: { id: 'a', name: 'upstream text' } } });
    const answer = await ask(told, { root: true, checksAnswers: true });
    expect(answer).toEqual({ data: { person: { id: 'a' } } });
  });

  it('tells an error of the catalogue, its code and place go on with the data', async () => {
    const error = {
      ...catalogueError('REGISTRY_UNAVAILABLE').toJSON(),
      message: 'upstream text',
      path: ['person'],
    };
    expect(await ask(async () => ({ data: { person: null }, errors: [error] }), { root: true })).toEqual({
      data: { person: null },
      errors: [
        {
          message: errorCatalogue.REGISTRY_UNAVAILABLE.en,
          path: ['person'],
          extensions: { code: 'REGISTRY_UNAVAILABLE', department: 'public-security' },
        },
      ],
    });
  });

  it('runs past its deadline, it is not waited for and its exchange is ended', async () => {
    let signal: AbortSignal | undefined;
    const answer = await ask(
      (_request, _call, given) => {
        signal = given;
        return new Promise<never>(() => undefined);
      },
      { deadlineMs: 20 },
    );
    expect(answer.errors).toHaveLength(2);
    expect(signal?.aborted).toBe(true);
  });

  it('is called late in a request, it has only the time that is left of that', async () => {
    const never = () => new Promise<never>(() => undefined);
    const gatewayContext = { ...context(), deadline: Date.now() - 1 };
    expect((await ask(never, { deadlineMs: 60_000, gatewayContext })).errors).toHaveLength(2);
  });

  it('is asked, it is told who asks, what for, about which households, and less time than it is waited for', async () => {
    const calls: Parameters<Execute>[] = [];
    await ask(
      async (...call) => {
        calls.push(call);
        return { data: {} };
      },
      { deadlineMs: 1_000 },
    );
    const [request, call] = calls[0] ?? [];
    expect(request?.variables).toEqual({ representations });
    expect(call).toMatchObject({
      callers: [{ subject: 'user-7', correlationId: 'c-1' }],
      purpose: 'RECHECK',
      cases: ['YB-1', 'YB-2'],
    });
    expect(call?.budgetMs).toBeLessThanOrEqual(900);
    expect(call?.budgetMs).toBeGreaterThan(500);
  });

  it('tells of people, what the ledger has to know of them is asked for beside what the plan asks for', async () => {
    const gatewayContext = context();
    const [first, second] = representations.map(({ subjects }) => ({
      cars: { state: 'FOUND', ledger_status: 'FOUND', asOf: null, subjects, rows: [] },
    }));
    let asked = '';
    await ask(
      async ({ query: sent }) => {
        asked = sent;
        return { data: { _entities: [first, { cars: { ...second?.cars, ledger_status: 'STALE' } }] } };
      },
      { gatewayContext },
    );
    expect(asked.replace(/\s+/g, ' ')).toContain('ledger_status: status');
    expect(gatewayContext.touched.subjects).toEqual({
      households: [
        { id: 'YB-1', division: null },
        { id: 'YB-2', division: null },
      ],
      persons: ['a', 'b', 'c'],
      registries: [
        {
          name: 'vehicles',
          statuses: [
            { status: 'FOUND', households: [0] },
            { status: 'STALE', households: [1] },
          ],
        },
      ],
    });
  });
});
