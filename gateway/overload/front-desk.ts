import type { Config } from '../../schema/config/read-config';
import type { Role } from '../access/roles';
import { isMachine } from './lane-finder';
import { Lanes, Overloaded, type Lane, type Leave } from './lanes';
import { Places } from './places';
import { Shedding } from './shedding';

/** How many questions and how many pages of a batch are at work at most, and how many requests wait. */
export type FrontDeskOptions = Pick<
  Config,
  'REQUESTS_AT_ONCE' | 'PAGES_AT_ONCE' | 'QUEUE_LENGTH' | 'REQUEST_DEADLINE_MS'
>;

/**
 * Who comes in, and who is served when. A request takes a place before its body is read, people and machines from
 * places of their own, and waits for its turn when it is known what it asks.
 */
export interface FrontDesk {
  /** How long a request may wait, in milliseconds: half of its time, so that the other half is left to answer it. */
  readonly patienceMs: number;
  /** Whether requests are being refused because there are too many. */
  readonly isShedding: boolean;
  /** Takes a place and gives what frees it; null, and noted, where there is none. */
  comeIn(role: Role): (() => void) | null;
  /** Waits for a turn, until `until` at most (ms since the epoch). Rejects as `Lanes.enter` does. */
  turn(lane: Lane, until: number, signal?: AbortSignal): Promise<Leave>;
  /** Between two parts of a page: waits while anybody asks about single households, not for long, nor after `until`. */
  giveWay(until: number): Promise<void>;
}

/** How long one part of a page waits at most, in milliseconds: all ten of them together take a third of its time. */
const longestWayMs = 100;

export function frontDesk(options: FrontDeskOptions, clock: () => Date): FrontDesk {
  const { REQUESTS_AT_ONCE: atOnce, PAGES_AT_ONCE: pagesAtOnce, QUEUE_LENGTH: mostWaiting } = options;
  const places = new Places<'people' | 'machines'>(atOnce + mostWaiting);
  const lanes = new Lanes({ atOnce, pagesAtOnce, mostWaiting });
  const shedding = new Shedding(clock);
  return {
    patienceMs: options.REQUEST_DEADLINE_MS / 2,
    get isShedding() {
      return shedding.isUnderWay;
    },
    comeIn: (role) => {
      const free = places.take(isMachine(role) ? 'machines' : 'people');
      if (!free) shedding.note();
      return free;
    },
    giveWay: (until) => lanes.giveWay(Math.min(longestWayMs, until - Date.now())),
    turn: async (lane, until, signal) => {
      try {
        return await lanes.enter(lane, until, signal);
      } catch (error) {
        // A batch that sends more pages than there is room for is no reason to send everybody elsewhere.
        if (error instanceof Overloaded && lane !== 'pages') shedding.note();
        throw error;
      }
    },
  };
}
