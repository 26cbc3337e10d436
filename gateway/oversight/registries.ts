import type { Department } from '../../schema/wire/graphql-exchange';
import type { RegistryState } from '../../schema/wire/registry-state';
import { within } from '../../schema/wire/within';
import type { GatewayContext } from '../gateway-context';
import { DepartmentFailure } from '../departments/department-failure';
import type { CircuitOf } from '../departments/breaker/breakers';
import type { CircuitState } from '../departments/breaker/department-watch';
import type { Failure, FailureLog } from '../departments/failure-log';
import type { CatalogueEntry } from './registry-catalogue';

export interface RegistriesOptions {
  readonly catalogue: readonly CatalogueEntry[];
  readonly departments: ReadonlyMap<string, Department>;
  readonly failures: FailureLog;
  readonly circuitOf: CircuitOf;
  readonly deadlineMs: number;
  readonly clock: () => Date;
}

/** A registry as the graph gives it. */
export interface RegistryView extends CatalogueEntry {
  readonly records: number | null;
  readonly asOf: string | null;
  readonly reachable: boolean;
  readonly lastErrorCode: string | null;
  readonly lastErrorAt: Date | null;
  readonly circuit: CircuitState;
}

/**
 * Every registry with its state, all departments asked at once; whoever does not answer is not reachable. Once the
 * caller has gone, nobody is waited for.
 */
export async function registries(
  { catalogue, departments, failures, circuitOf, deadlineMs, clock }: RegistriesOptions,
  { call, signal }: Pick<GatewayContext, 'call' | 'signal'>,
): Promise<readonly RegistryView[]> {
  const states = new Map<string, readonly RegistryState[]>();
  const ask = async (name: string, department: Department): Promise<void> => {
    const abort = new AbortController();
    try {
      const status = department.status({ ...call, cases: [], budgetMs: deadlineMs }, abort.signal);
      states.set(name, await within(Date.now() + deadlineMs, status, signal));
    } catch (error) {
      if (!signal.aborted) failures.note(name, { code: DepartmentFailure.of(error).reason, at: clock() });
    } finally {
      abort.abort();
    }
  };
  await Promise.all([...departments].map(([name, department]) => ask(name, department)));
  return catalogue.map((entry) =>
    view(
      entry,
      states.get(entry.department)?.find(({ name }) => name === entry.name),
      failures.newest(entry.department),
      circuitOf(entry.department),
    ),
  );
}

/** Silences that are the data's own fault; with any other, the database itself did not answer. */
const answered = new Set<string | null>([null, 'NEVER_FILLED', 'OTHER_PERSON_KEY']);

function view(
  entry: CatalogueEntry,
  state: RegistryState | undefined,
  failure: Failure | undefined,
  circuit: CircuitState,
): RegistryView {
  return {
    ...entry,
    records: state?.records ?? null,
    asOf: state?.asOf ?? null,
    reachable: state !== undefined && answered.has(state.silence),
    lastErrorCode: state?.silence ?? failure?.code ?? null,
    lastErrorAt: failure?.at ?? null,
    circuit,
  };
}
