import { pino } from 'pino';
import type { GraphClient } from '../../../../schema/wire/graph-client';
import type { Rates } from '../../../../subgraphs/verification/running/rates';
import type { Running } from '../../../../subgraphs/verification/running/run-claimed';
import type { Worker } from '../../../../subgraphs/verification/running/worker';
import { randomCase } from '../../../support/eligibility/random-household';
import { seededRandom } from '../../../support/random';
import { graphOf, type Change } from '../facts/told-household';
import { MemoryStore } from './memory-store';

export const start = new Date('2018-07-02T09:00:00+08:00');

/** A clock that goes where a test moves it. */
export class MovedClock {
  now = start;

  moveTo(time: Date): void {
    this.now = time;
  }

  /** Minutes since the start. */
  get minutes(): number {
    return (this.now.getTime() - start.getTime()) / 60_000;
  }
}

/** Whoever asks whatever registry has room. */
export const noRates: Rates = { take: () => Promise.resolve(0) };

const { household } = randomCase(seededRandom(7));

/** A graph that knows households by any number. `change` says what registries answer in the place of their answer. */
export function graphOfAnybody(change?: Change) {
  const asked: Parameters<GraphClient['ask']>[0][] = [];
  const graph: GraphClient = {
    ask: (request) => {
      asked.push(request);
      const ids = request.variables['ids'] as readonly string[];
      return graphOf(
        ids.map((id) => ({ ...household, id })),
        change,
      ).ask(request);
    },
  };
  return { ...graph, asked };
}

export type Under = Running & {
  readonly store: MemoryStore;
  readonly time: MovedClock;
  readonly logged: string[];
};

/** What a worker is tried with: a store in memory, a clock that is moved, a graph whose registries all answer. */
export function runningUnderTest(change: Partial<Running> = {}): Under {
  const time = new MovedClock();
  const logged: string[] = [];
  return {
    graph: graphOfAnybody(),
    rates: noRates,
    tierMs: 24 * 3_600_000,
    leaseMs: 30_000,
    worker: 'test',
    logger: pino({ level: 'warn' }, { write: (line: string) => void logged.push(line) }),
    isEnding: () => false,
    ...change,
    ...{ store: new MemoryStore(), time, logged, clock: () => time.now },
  };
}

/** Lets time pass until nothing comes due any more, or `mostMinutes` are over. */
export async function passTime(worker: Worker, { store, time }: Under, mostMinutes = 10_000): Promise<void> {
  for (;;) {
    await worker.idle();
    const next = await store.nextDueAt(time.now);
    if (!next || (next.getTime() - start.getTime()) / 60_000 > mostMinutes) return;
    time.moveTo(next);
  }
}
