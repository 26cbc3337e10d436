import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { CircuitState, DepartmentWatch } from '../departments/breaker/department-watch';
import { callSeconds, seconds } from './seconds';

const circuitStates: readonly CircuitState[] = ['CLOSED', 'HALF_OPEN', 'OPEN'];

/** Rate, errors and duration of the calls to each department, and how its circuit stands. */
export function departmentMetrics(registry: Registry): DepartmentWatch {
  const registers = [registry];
  const calls = new Counter({
    name: 'gateway_department_calls_total',
    help: 'Calls to departments, by how they ended; what was asked of an open circuit is one of them',
    labelNames: ['department', 'outcome'],
    registers,
  });
  const durations = new Histogram({
    name: 'gateway_department_call_seconds',
    help: 'How long departments took, whatever came of it',
    labelNames: ['department'],
    buckets: callSeconds,
    registers,
  });
  const circuits = new Gauge({
    name: 'gateway_department_circuit',
    help: 'The state of the circuit to a department: 1 for the one that it is in',
    labelNames: ['department', 'state'],
    registers,
  });
  const switches = new Counter({
    name: 'gateway_department_circuit_switches_total',
    help: 'How often the circuit to a department came into a state',
    labelNames: ['department', 'state'],
    registers,
  });
  return {
    called(department, outcome, milliseconds) {
      calls.inc({ department, outcome });
      if (outcome !== 'circuit_open') durations.observe({ department }, seconds(milliseconds));
    },
    switched(department, from, to) {
      for (const state of circuitStates) circuits.set({ department, state }, state === to ? 1 : 0);
      if (from !== to) switches.inc({ department, state: to });
    },
  };
}
