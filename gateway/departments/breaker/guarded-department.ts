import type { Department } from '../../../schema/wire/graphql-exchange';
import { DeadlineExceeded, within } from '../../../schema/wire/within';
import type { BreakerSettings } from './breaker-settings';
import { failedOutcome } from './call-outcome';
import type { Circuit, Given } from './circuit';
import type { DepartmentWatch } from './department-watch';
import type { WatchOwnWork } from './own-work';

export interface GuardOptions extends Pick<BreakerSettings, 'slowMs'> {
  readonly name: string;
  readonly department: Department;
  readonly circuit: Circuit;
  readonly watch: DepartmentWatch;
  readonly watchOwnWork: WatchOwnWork;
}

/** From this share on, what passes is this process's own time: its queues, or a department that works within it. */
const busyShare = 0.75;

type Execute = Department['execute'];
type Answer = Awaited<ReturnType<Execute>>;

/**
 * A department behind its circuit. A call that is aborted ends, even if the department does not end it: in time
 * (DeadlineExceeded) that counts against the department, for any other reason it does not. A trial goes on though its
 * caller has gone, for as long as the department may take, or nobody would learn how it ends.
 *
 * `status` is no part of it: whoever looks after a department that is in trouble has to see how it stands, and one that
 * tells that may yet fail whatever it is asked. It neither counts nor closes the circuit.
 */
export function guardedDepartment(options: GuardOptions): Department {
  const { name, department, circuit, watch, slowMs, watchOwnWork } = options;
  const call = async (...[request, told, signal]: Parameters<Execute>): Promise<Given<Answer>> => {
    const began = performance.now();
    const ownWork = watchOwnWork();
    try {
      const answering = department.execute(request, told, signal);
      const answer = await within(Infinity, answering, signal);
      const milliseconds = performance.now() - began;
      const isSlow = milliseconds > slowMs && ownWork() < busyShare;
      watch.called(name, isSlow ? 'slow' : 'answered', milliseconds);
      return { answer, isSlow };
    } catch (error) {
      watch.called(name, failedOutcome(error), performance.now() - began);
      throw error;
    }
  };
  return {
    async execute(request, told, signal) {
      try {
        return await circuit.pass((isTrial) =>
          isTrial ? inItsTime(told.budgetMs, (end) => call(request, told, end)) : call(request, told, signal),
        );
      } catch (error) {
        const outcome = failedOutcome(error);
        if (outcome === 'circuit_open') watch.called(name, outcome, 0);
        throw error;
      }
    },
    status: (told, signal) => department.status(told, signal),
  };
}

/** Aborts the work with DeadlineExceeded after so long. */
async function inItsTime<T>(milliseconds: number, work: (end: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new DeadlineExceeded()), milliseconds);
  try {
    return await work(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}
