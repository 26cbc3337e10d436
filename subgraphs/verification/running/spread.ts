import { Queue, Worker as QueueWorker } from 'bullmq';
import type { Redis } from 'ioredis';
import { within } from '../../../schema/wire/within';
import { errorName } from './error-name';
import { openWaitingRedis } from './waiting-redis';
import type { Running } from './run-claimed';
import { groupSize, workGroup } from './work-group';
import { Rounds, type Worker } from './worker';

/** The most jobs that wait in the queue: whatever is due beyond that is found when they are done. */
const mostWaiting = 64;

/** How often each process looks whether anything is due. */
const lookEvery = 5000;

/** How long Redis may keep a process waiting: for a look at the queue, and for an end in good order. */
const patienceMs = 2000;

/** After so long without a word from its process a job is given to another, who finds whatever is left. */
const lockDuration = 30_000;

export interface SpreadOptions {
  readonly running: Running;
  readonly redisUrl: string;
  /** What the queue of one deployment is called in Redis. */
  readonly prefix: string;
}

/**
 * Spreads the work over all processes that share a Redis. A job names no verification: it says that one more group may
 * be claimed. Which, the database decides when a process takes the job, so that what somebody waits for comes first
 * even where thousands were queued before, a lost job loses nothing, and a doubled one finds nothing left.
 *
 * While Redis is away, each process works by itself as if there were none: the claims keep them apart then as well, and
 * verifications with a deadline do not wait for what only spreads them.
 */
export function spreadWorker({ running, redisUrl, prefix }: SpreadOptions): Worker {
  const redis = openWaitingRedis(redisUrl, (reason) =>
    running.logger.warn({ reason }, 'verifications are not spread'),
  );
  return new SpreadWorker(running, redis, prefix);
}

const queueName = 'groups';

class SpreadWorker implements Worker {
  readonly #running: Running;
  readonly #redis: Redis;
  readonly #alone: Rounds;
  readonly #queue: Queue;
  readonly #taker: QueueWorker;
  readonly #jobs = new Set<Promise<unknown>>();
  readonly #look: NodeJS.Timeout;
  #sending: Promise<void> | null = null;
  #isWokenAgain = false;
  #isClosed = false;

  constructor(running: Running, redis: Redis, prefix: string) {
    this.#running = running;
    this.#redis = redis;
    this.#alone = new Rounds(running);
    this.#queue = new Queue(queueName, { connection: redis, prefix });
    const timing = { lockDuration, stalledInterval: lockDuration };
    this.#taker = new QueueWorker(queueName, () => this.#runJob(), { connection: redis, prefix, ...timing });
    // Troubles of the connection are told by itself, each once; what fails in a job is told there.
    this.#queue.on('error', () => undefined);
    this.#taker.on('error', () => undefined);
    this.#look = setInterval(() => this.wake(), lookEvery).unref();
  }

  wake(): void {
    if (this.#isClosed) return;
    this.#isWokenAgain = this.#sending !== null;
    this.#sending ??= this.#send().finally(() => {
      this.#sending = null;
      if (this.#isWokenAgain) this.wake();
    });
  }

  async idle(): Promise<void> {
    await this.#sending;
    await this.#alone.idle();
    await Promise.all(this.#jobs);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#look);
    await Promise.all([this.#sending, this.#alone.close(), ...this.#jobs]);
    await this.#end();
  }

  /** Adds jobs until there is one for each group that is due. */
  async #send(): Promise<void> {
    const { store, clock, logger } = this.#running;
    try {
      const due = await store.countDue({ now: clock(), most: mostWaiting * groupSize });
      const wanted = Math.ceil(due / groupSize);
      if (wanted > 0 && !(await this.#add(wanted))) this.#alone.wake();
    } catch (error) {
      logger.error({ error: errorName(error) }, 'verifications could not be taken up');
    }
  }

  /** False where Redis did not take them in time. */
  async #add(wanted: number): Promise<boolean> {
    // Commands would wait for it, and with them whoever is due.
    if (this.#redis.status !== 'ready') return false;
    try {
      await within(Date.now() + patienceMs, this.#addMissing(wanted));
      return true;
    } catch {
      return false;
    }
  }

  async #addMissing(wanted: number): Promise<void> {
    const missing = wanted - (await this.#queue.getWaitingCount());
    if (missing <= 0) return;
    const job = { name: 'group', data: {}, opts: { removeOnComplete: true, removeOnFail: true } };
    await this.#queue.addBulk(Array<typeof job>(missing).fill(job));
  }

  #runJob(): Promise<void> {
    const job = this.#work();
    this.#jobs.add(job);
    return job.finally(() => this.#jobs.delete(job));
  }

  /** One group, after which others may be due: the next tier of the same verifications. */
  async #work(): Promise<void> {
    try {
      if (!this.#isClosed && (await workGroup(this.#running))) this.wake();
    } catch (error) {
      this.#running.logger.error({ error: errorName(error) }, 'verifications could not be taken up');
    }
  }

  /** BullMQ's own end waits for Redis without end where that is away. */
  async #end(): Promise<void> {
    const isThere = this.#redis.status === 'ready';
    const ending = Promise.all([this.#taker.close(!isThere), isThere ? this.#queue.close() : undefined]);
    await within(Date.now() + patienceMs, ending).catch(() => undefined);
    this.#redis.disconnect();
  }
}
