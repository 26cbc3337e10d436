import { CircuitState, type IBreaker } from 'cockatiel';
import type { BreakerSettings } from './breaker-settings';

const slices = 10;

/** The calls that ended within one slice of time. */
interface Slice {
  readonly number: number;
  calls: number;
  failed: number;
}

/**
 * Says when a circuit opens: where so many calls ended within the window, and so large a share of them failed. The
 * library's own window forgets with each call and not with time, so that a quiet department's failures of yesterday
 * would count.
 */
export class RollingWindow implements IBreaker {
  /** What the library would keep between processes; nothing is. */
  state: unknown;
  readonly #settings: Pick<BreakerSettings, 'leastCalls' | 'failedShare'>;
  readonly #sliceMs: number;
  #slices: Slice[] = [];

  constructor(settings: Pick<BreakerSettings, 'leastCalls' | 'failedShare' | 'windowMs'>) {
    this.#settings = settings;
    this.#sliceMs = settings.windowMs / slices;
  }

  /** A trial that succeeded makes a new beginning. */
  success(state: CircuitState): void {
    if (state === CircuitState.HalfOpen) this.#slices = [];
    this.#count(0);
  }

  /** Whether the circuit is to open. */
  failure(): boolean {
    const { leastCalls, failedShare } = this.#settings;
    this.#count(1);
    const calls = this.#slices.reduce((sum, slice) => sum + slice.calls, 0);
    const failed = this.#slices.reduce((sum, slice) => sum + slice.failed, 0);
    return calls >= leastCalls && failed >= failedShare * calls;
  }

  #count(failed: 0 | 1): void {
    const number = Math.floor(Date.now() / this.#sliceMs);
    let newest = this.#slices.at(-1);
    if (newest?.number !== number) {
      newest = { number, calls: 0, failed: 0 };
      this.#slices = [...this.#slices.filter((slice) => slice.number > number - slices), newest];
    }
    newest.calls += 1;
    newest.failed += failed;
  }
}
