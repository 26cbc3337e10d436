import type { Department } from '../../../schema/wire/graphql-exchange';
import type { BreakerSettings } from './breaker-settings';
import { circuit, type Circuit } from './circuit';
import type { CircuitState, DepartmentWatch } from './department-watch';
import { guardedDepartment } from './guarded-department';
import { watchEventLoop } from './own-work';

/** Tells of a department how its circuit stands; closed where it has none. */
export type CircuitOf = (department: string) => CircuitState;

/** The circuits of all departments, each by itself. */
export interface Breakers {
  /** Puts each department behind a circuit of its own; of two of a name, the later one. */
  guardAll(departments: Iterable<readonly [name: string, Department]>): ReadonlyMap<string, Department>;
  readonly circuitOf: CircuitOf;
}

export function breakers(
  settings: BreakerSettings,
  watch: DepartmentWatch,
  watchOwnWork = watchEventLoop,
): Breakers {
  const { slowMs } = settings;
  const circuits = new Map<string, Circuit>();
  const guard = (name: string, department: Department): Department => {
    const own = circuit(settings, (from, to) => watch.switched(name, from, to));
    circuits.set(name, own);
    watch.switched(name, 'CLOSED', 'CLOSED');
    return guardedDepartment({ name, department, circuit: own, watch, slowMs, watchOwnWork });
  };
  return {
    guardAll: (departments) =>
      new Map([...new Map(departments)].map(([name, department]) => [name, guard(name, department)])),
    circuitOf: (name) => circuits.get(name)?.state ?? 'CLOSED',
  };
}
