import { departmentDataSource } from '../../../gateway/departments/department-data-source';
import { FailureLog } from '../../../gateway/departments/failure-log';
import { gatewayContext } from '../../../gateway/gateway-context';
import { CallerGone, isCallerGone } from '../../../schema/wire/caller-gone';
import { errorCatalogue } from '../../../schema/wire/error-catalogue';
import type { Department } from '../../../schema/wire/graphql-exchange';
import { DeadlineExceeded } from '../../../schema/wire/within';
import { testLogger } from '../../support/test-logger';
import { departmentSchema, query as checks, representations, schema } from './public-security-operation';

type Execute = Department['execute'];

const never = () => new Promise<never>(() => undefined);

/** Asks a department for a caller who may go. */
function asking(execute: Execute, { query = checks, deadlineMs = 5_000, isMutation = false } = {}) {
  const caller = new AbortController();
  const failures = new FailureLog();
  const context = gatewayContext({
    principal: { subject: 'user-7', role: 'caseworker', scopes: new Set() },
    stated: { purpose: 'RECHECK', reason: null, problem: null },
    correlationId: 'c-1',
    deadline: Date.now() + 10_000,
    signal: caller.signal,
    logger: testLogger,
  });
  const source = departmentDataSource({
    name: 'any',
    department: { execute, status: () => Promise.resolve([]) },
    schema: isMutation ? departmentSchema('civil-affairs') : schema,
    keepsRegistries: true,
    checksAnswers: false,
    deadlineMs,
    failures,
    clock: () => new Date(),
  });
  const request = { query, variables: isMutation ? {} : { representations } };
  return {
    answer: () => source.process({ request, context } as unknown as Parameters<typeof source.process>[0]),
    leave: () => caller.abort(new CallerGone()),
    touched: context.touched,
    failures,
  };
}

const gone = [0, 1].map((index) => ({
  message: errorCatalogue.CALLER_GONE.en,
  path: ['_entities', index],
  extensions: { code: 'CALLER_GONE', department: 'any' },
}));

describe('Where the caller has gone', () => {
  it('nobody is asked any more, and nothing is noted', async () => {
    const execute = jest.fn(never);
    const { answer, leave, touched, failures } = asking(execute);
    leave();
    expect((await answer()).errors).toEqual(gone);
    expect(execute).not.toHaveBeenCalled();
    expect(touched.subjects).toEqual({ households: [], persons: [], registries: [] });
    expect(failures.newest('any')).toBeUndefined();
  });

  it('whoever is being asked is told so, is not waited for, and has not failed', async () => {
    let signal: AbortSignal | undefined;
    const { answer, leave, touched, failures } = asking((_request, _call, given) => {
      signal = given;
      return never();
    });
    const answering = answer();
    expect(signal?.aborted).toBe(false);
    leave();
    expect((await answering).errors).toEqual(gone);
    expect(isCallerGone(signal)).toBe(true);
    expect(failures.newest('any')).toBeUndefined();
    expect(touched.subjects).toMatchObject({
      households: [{ id: 'YB-1' }, { id: 'YB-2' }],
      registries: [{ name: 'vehicles', statuses: [{ status: 'UNAVAILABLE', households: [0, 1] }] }],
    });
  });

  it('a mutation that was begun is waited for', async () => {
    let signal: AbortSignal | undefined;
    let finish: (() => void) | undefined;
    const execute: Execute = (_request, _call, given) => {
      signal = given;
      return new Promise((resolve) => (finish = () => resolve({ data: { endAuthorisation: null } })));
    };
    const query = 'mutation { endAuthorisation(householdId: "YB-1", number: "1") { number } }';
    const { answer, leave } = asking(execute, { query, isMutation: true });
    const answering = answer();
    leave();
    expect(signal?.aborted).toBe(false);
    finish?.();
    expect(await answering).toEqual({ data: { endAuthorisation: null } });
  });
});

describe('Where time runs out', () => {
  it('the department is told so, and has failed', async () => {
    let signal: AbortSignal | undefined;
    const { answer, failures } = asking(
      (_request, _call, given) => {
        signal = given;
        return never();
      },
      { deadlineMs: 5 },
    );
    await answer();
    expect(signal?.reason).toBeInstanceOf(DeadlineExceeded);
    expect(isCallerGone(signal)).toBe(false);
    expect(failures.newest('any')?.code).toBe('DEADLINE_EXCEEDED');
  });
});
