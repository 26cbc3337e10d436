import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { dropUnanswered } from '../../../schema/wire/redis';
import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { Rate } from './parse-rates';

/** How fast registries may be asked. */
export interface Rates {
  /**
   * Takes room for a question about one household to all of these registries. 0 where they have it; else how long to
   * wait, in milliseconds, and nothing is taken. A part of each rate is kept for questions that somebody waits for.
   */
  take(registries: readonly RegistryName[], isUrgent: boolean): Promise<number>;
}

/** The share of a rate that batches leave to those who wait for an answer. */
const keptForUrgent = 0.2;

/** How long to wait where nobody can tell whether there is room. */
const waitUnknown = 5000;

export interface RatesOptions {
  readonly rates: ReadonlyMap<RegistryName, Rate>;
  /** Where processes count together; without it each counts by itself. */
  readonly redis: Redis | null;
  /** What the counts of one deployment are called in Redis. */
  readonly prefix: string;
}

/** Counts the households that each registry with a rate is asked about. */
export function openRates({ rates, redis, prefix }: RatesOptions): Rates {
  const rooms = new Map(
    [...rates].map(([registry, rate]) => [registry, new Room(rate, redis, `${prefix}:rate:${registry}`)]),
  );
  return {
    take: async (registries, isUrgent) => {
      const taken: Room[] = [];
      for (const registry of registries) {
        const room = rooms.get(registry);
        const wait = (await room?.take(isUrgent)) ?? 0;
        if (wait > 0) {
          await Promise.all(taken.map((other) => other.giveBack()));
          return wait;
        }
        if (room) taken.push(room);
      }
      return 0;
    },
  };
}

/** What every process of a deployment counts under, for one registry. */
const key = 'households';

/**
 * One registry's rate. Where Redis is away, nobody knows what other processes ask of it: then it is not asked, since the
 * rate was promised to its department.
 */
class Room {
  readonly #limiter: RateLimiterMemory | RateLimiterRedis;
  readonly #redis: Redis | null;
  readonly #kept: number;

  constructor({ households: points, seconds: duration }: Rate, redis: Redis | null, keyPrefix: string) {
    const options = { points, duration, keyPrefix };
    this.#redis = redis;
    this.#kept = Math.floor(points * keptForUrgent);
    this.#limiter = redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true })
      : new RateLimiterMemory(options);
  }

  /** 0 where there was room, else how long to wait. */
  async take(isUrgent: boolean): Promise<number> {
    try {
      const { remainingPoints, msBeforeNext } = await this.#limiter.consume(key);
      if (isUrgent || remainingPoints >= this.#kept) return 0;
      return await this.#refused(msBeforeNext);
    } catch (error) {
      if (error instanceof RateLimiterRes) return this.#refused(error.msBeforeNext);
      if (this.#redis) dropUnanswered(this.#redis, error);
      return waitUnknown;
    }
  }

  async giveBack(): Promise<void> {
    // What cannot be given back ends with its time.
    await this.#limiter.reward(key).catch(() => undefined);
  }

  /** The library counts a refused question too. */
  async #refused(msBeforeNext: number): Promise<number> {
    await this.giveBack();
    return Math.max(1, msBeforeNext);
  }
}
