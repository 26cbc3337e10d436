import { DepartmentFailure } from '../../../../gateway/departments/department-failure';
import type { DepartmentCall } from '../../../../schema/wire/caller';
import type {
  Department,
  DepartmentAnswer,
  DepartmentRequest,
} from '../../../../schema/wire/graphql-exchange';
import { mergingDepartment } from '../../../../gateway/departments/merging/merging-department';
import type { MergeSettings } from '../../../../gateway/departments/merging/merge-settings';

/** A call as the department got it, until the test answers it. */
export interface Asked {
  readonly request: DepartmentRequest;
  readonly call: DepartmentCall;
  readonly signal: AbortSignal | undefined;
  /** Names the entities. */
  readonly ids: readonly string[];
  answer(answer: DepartmentAnswer): void;
  fail(error: unknown): void;
}

export const query = `query ($representations: [_Any!]!, $on: Date) {
  _entities(representations: $representations) { ... on Household { told(on: $on) } }
}`;

export const entities = (...ids: readonly string[]) => ids.map((id) => ({ __typename: 'Household', id }));

/** What the department says of an entity, frozen throughout: nobody may alter what is shared. */
export const told = (ids: readonly string[]): DepartmentAnswer =>
  frozen({ data: { _entities: ids.map((id) => ({ told: `of ${id}`, list: [{ id }] })) } });

/** One request's call. */
export const callOf = (subject: string, more: Partial<DepartmentCall> = {}): DepartmentCall => ({
  callers: [{ subject, role: 'caseworker', correlationId: `request-of-${subject}` }],
  purpose: 'RECHECK',
  cases: [subject],
  budgetMs: 1000,
  ...more,
});

/** When all that can run now has run, and whoever waits for that has been sent off. */
export const settled = async (): Promise<void> => {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};

/** A merging department in front of one that answers when the test does. */
export function openAtWork(settings: Partial<MergeSettings> = {}) {
  const asked: Asked[] = [];
  const department: Department = {
    execute: (request, call, signal) =>
      new Promise((answer, fail) => {
        const given = (request.variables?.['representations'] ?? []) as { id: string }[];
        asked.push({ request, call, signal, ids: given.map(({ id }) => id), answer, fail });
        signal?.addEventListener('abort', () => fail(signal.reason as Error));
      }),
    status: () => Promise.resolve([]),
  };
  const merging = mergingDepartment(department, {
    atOnce: 4,
    mostEntities: 64,
    longestWaitMs: 60_000,
    ...settings,
  });
  const ask = (ids: readonly string[], { call = callOf(ids[0] ?? ''), signal, ...request }: Ask = {}) =>
    merging.execute(
      { query, ...request, variables: { representations: entities(...ids), ...request.variables } },
      call,
      signal,
    );
  return { merging, asked, ask };
}

interface Ask extends Partial<DepartmentRequest> {
  readonly call?: DepartmentCall;
  readonly signal?: AbortSignal;
}

/** Time that passes when the test says so; what can run still does. */
export function stopTime(): void {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'queueMicrotask', 'nextTick'] });
}

/** What became of a fetch: the answer, a failure's reason, or what else it was rejected with. */
export const outcome = (answer: Promise<unknown>): Promise<unknown> =>
  answer.catch((error: unknown) => (error instanceof DepartmentFailure ? error.reason : error));

export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}
