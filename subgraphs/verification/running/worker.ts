import { setImmediate } from 'node:timers/promises';
import { errorName } from './error-name';
import type { Running } from './run-claimed';
import { workGroup } from './work-group';

/** What takes up whatever is due. */
export interface Worker {
  /** Looks for what is due at this moment. It never waits, and never throws. */
  wake(): void;
  /** Resolves when nothing is due any more that this process could do. */
  idle(): Promise<void>;
  /** Finishes the group that is being asked, and begins no other. */
  close(): Promise<void>;
}

/** What other processes left due, or a lease that ran out, is found within this time. */
const longestSleep = 5000;

/**
 * Works in this process, one group after another. It needs nobody to tell it what is due: it sleeps until something is,
 * and never long.
 */
export function embeddedWorker(running: Running): Worker {
  const { store, clock } = running;
  let sleep: NodeJS.Timeout | undefined;
  const worker = new Rounds(running, async () => {
    const until = await store.nextDueAt(clock()).catch(() => null);
    const wait = until === null ? longestSleep : until.getTime() - clock().getTime();
    clearTimeout(sleep);
    sleep = setTimeout(() => worker.wake(), Math.min(longestSleep, Math.max(0, wait))).unref();
  });
  return {
    wake: () => worker.wake(),
    idle: () => worker.idle(),
    close: async () => {
      await worker.close();
      clearTimeout(sleep);
    },
  };
}

/**
 * Rounds of work, each until nothing is left to be done at this moment. A failure is logged, and ends nothing but the
 * round in which it happened.
 */
export class Rounds implements Worker {
  readonly #running: Running;
  readonly #afterRound: () => Promise<void>;
  #round: Promise<void> | null = null;
  #isWokenAgain = false;
  #isClosed = false;

  constructor(running: Running, afterRound: () => Promise<void> = () => Promise.resolve()) {
    this.#running = running;
    this.#afterRound = afterRound;
  }

  wake(): void {
    if (this.#isClosed) return;
    this.#isWokenAgain = this.#round !== null;
    this.#round ??= this.#workAll().finally(() => {
      this.#round = null;
      if (this.#isWokenAgain) this.wake();
    });
  }

  async idle(): Promise<void> {
    this.wake();
    while (this.#round) await this.#round;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#round;
  }

  async #workAll(): Promise<void> {
    try {
      // Whoever asks this process something is answered between two groups.
      while (!this.#isClosed && (await workGroup(this.#running))) await setImmediate();
    } catch (error) {
      this.#running.logger.error({ error: errorName(error) }, 'verifications could not be taken up');
    }
    if (!this.#isClosed) await this.#afterRound();
  }
}
