import type { Tier } from './event';
import type { State } from './steps';

/** The tier whose registries are asked in a state, or are about to be. */
export function tierOf(state: State): Tier {
  return state === 'DISTRICT_RUNNING' ? 'DISTRICT' : 'MUNICIPAL';
}
