import { breakers, type Breakers } from '../../../../gateway/departments/breaker/breakers';
import type { BreakerSettings } from '../../../../gateway/departments/breaker/breaker-settings';
import { DepartmentFailure } from '../../../../gateway/departments/department-failure';
import { CallerGone } from '../../../../schema/wire/caller-gone';
import type { Department, DepartmentAnswer } from '../../../../schema/wire/graphql-exchange';
import { DeadlineExceeded } from '../../../../schema/wire/within';

export const settings: BreakerSettings = {
  leastCalls: 4,
  failedShare: 0.5,
  windowMs: 10_000,
  pauseMs: 5_000,
  slowMs: Infinity,
};

const call = {
  callers: [{ subject: 'user-7', role: 'caseworker', correlationId: 'c-1' }],
  purpose: 'RECHECK' as const,
  cases: ['YB-1'],
  budgetMs: 700,
};

export const answer: DepartmentAnswer = { data: { _entities: [] } };

export const answers = (): Promise<DepartmentAnswer> => Promise.resolve(answer);
export const fails =
  (reason = 'HTTP_500') =>
  (): Promise<never> =>
    Promise.reject(new DepartmentFailure(reason));
export const hangs = (): Promise<never> => new Promise(() => undefined);
/** Answers after so many milliseconds. */
export const takes = (milliseconds: number) => (): Promise<DepartmentAnswer> =>
  new Promise((resolve) => setTimeout(() => resolve(answer), milliseconds));

type Way = (signal: AbortSignal | undefined) => Promise<DepartmentAnswer>;

/** A department behind its circuit, and all that was told of it. */
export interface DepartmentUnderTest {
  /** How it answers from now on. */
  setWay(way: Way): void;
  /** The answer, or the reason why there is none. */
  ask(signal?: AbortSignal): Promise<string>;
  askTimes(times: number): Promise<string[]>;
  /** Asks, and does not wait for longer than a gateway would. */
  askUntilDeadline(): Promise<string>;
  /** Asks, and goes away before anything comes. */
  askAndLeave(): Promise<string>;
  status(): Promise<unknown>;
  circuit(): string;
  /** How often it was really asked. */
  readonly asked: () => number;
  readonly switches: string[];
  readonly outcomes: string[];
}

/** All departments of one gateway, which is at work for a share of the time; the clock is jest's. */
export function departmentsUnderTest(more: Partial<BreakerSettings> = {}, ownWork = 0) {
  const switches = new Map<string, string[]>();
  const outcomes = new Map<string, string[]>();
  const all: Breakers = breakers(
    { ...settings, ...more },
    {
      called: (name, outcome) => void outcomes.get(name)?.push(outcome),
      switched: (name, from, to) => void switches.get(name)?.push(`${from}-${to}`),
    },
    () => () => ownWork,
  );
  return (name: string): DepartmentUnderTest => {
    const [ownSwitches, ownOutcomes]: [string[], string[]] = [[], []];
    switches.set(name, ownSwitches);
    outcomes.set(name, ownOutcomes);
    let way: Way = answers;
    let asked = 0;
    const department: Department = {
      execute: (_request, _call, signal) => {
        asked += 1;
        return way(signal);
      },
      status: () => way(undefined).then(() => []),
    };
    const guarded = all.guardAll([[name, department]]).get(name)!;
    const ask = async (signal?: AbortSignal): Promise<string> => {
      try {
        const given = await guarded.execute({ query: '{ a }' }, call, signal);
        return given === answer ? 'answer' : 'another answer';
      } catch (error) {
        return DepartmentFailure.of(error).reason;
      }
    };
    return {
      setWay: (next) => void (way = next),
      ask,
      askTimes: async (times) => {
        const told: string[] = [];
        for (let i = 0; i < times; i += 1) told.push(await ask());
        return told;
      },
      askUntilDeadline: async () => {
        const abort = new AbortController();
        const asking = ask(abort.signal);
        await jest.advanceTimersByTimeAsync(800);
        abort.abort(new DeadlineExceeded());
        return asking;
      },
      askAndLeave: async () => {
        const abort = new AbortController();
        const asking = ask(abort.signal);
        abort.abort(new CallerGone());
        return asking;
      },
      status: () => guarded.status(call),
      circuit: () => all.circuitOf(name),
      asked: () => asked,
      switches: ownSwitches,
      outcomes: ownOutcomes,
    };
  };
}

/** One department alone. */
export const oneDepartment = (more: Partial<BreakerSettings> = {}, ownWork = 0): DepartmentUnderTest =>
  departmentsUnderTest(more, ownWork)('public-security');

/** A department whose circuit has just opened. */
export async function opened(): Promise<DepartmentUnderTest> {
  const department = oneDepartment();
  department.setWay(fails());
  await department.askTimes(settings.leastCalls);
  return department;
}
