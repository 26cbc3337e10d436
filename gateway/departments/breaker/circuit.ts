import {
  CircuitState as State,
  circuitBreaker,
  handleWhen,
  isBrokenCircuitError,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { DepartmentFailure } from '../department-failure';
import type { BreakerSettings } from './breaker-settings';
import { countsAgainst } from './call-outcome';
import type { CircuitState } from './department-watch';
import { RollingWindow } from './rolling-window';

/** What a call gave, and whether it took too long. */
export interface Given<T> {
  readonly answer: T;
  readonly isSlow: boolean;
}

/** The circuit to one department. */
export interface Circuit {
  readonly state: CircuitState;
  /**
   * Does the work, and counts how it ended; a trial is to come to an end of its own. Where the circuit is open, or
   * another trial runs, it rejects at once with a DepartmentFailure of reason CIRCUIT_OPEN.
   */
  pass<T>(work: (isTrial: boolean) => Promise<Given<T>>): Promise<T>;
}

const names: Readonly<Record<State, CircuitState>> = {
  [State.Closed]: 'CLOSED',
  [State.HalfOpen]: 'HALF_OPEN',
  [State.Open]: 'OPEN',
  // Nobody isolates it.
  [State.Isolated]: 'OPEN',
};

/** A circuit that is closed at first. `onSwitch` is told of every change. */
export function circuit(
  settings: BreakerSettings,
  onSwitch: (from: CircuitState, to: CircuitState) => void,
): Circuit {
  const isSlow = (given: unknown): boolean => (given as Given<unknown>).isSlow;
  const policy: CircuitBreakerPolicy = circuitBreaker(handleWhen(countsAgainst).orWhenResult(isSlow), {
    halfOpenAfter: settings.pauseMs,
    breaker: new RollingWindow(settings),
  });
  let state: CircuitState = 'CLOSED';
  policy.onStateChange((next) => {
    const from = state;
    state = names[next];
    onSwitch(from, state);
  });
  return {
    get state() {
      return state;
    },
    async pass(work) {
      // The library would let whoever comes during a trial wait for its end.
      if (policy.state === State.HalfOpen) throw new DepartmentFailure('CIRCUIT_OPEN');
      try {
        const given = await policy.execute(() => work(policy.state !== State.Closed));
        return given.answer;
      } catch (error) {
        throw isBrokenCircuitError(error) ? new DepartmentFailure('CIRCUIT_OPEN') : error;
      }
    },
  };
}
