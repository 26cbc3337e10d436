import type { Redis } from 'ioredis';
import { callerLifetime } from '../../../schema/wire/caller';
import { dropUnanswered } from '../../../schema/wire/redis';
import { nonceMargin, type NonceStore } from './nonce-store';

export interface RedisNoncesOptions {
  readonly redis: Redis;
  /** Departments share a Redis, and no nonces. */
  readonly department: string;
  readonly clock: () => Date;
}

/** Where Redis cannot tell whether a nonce was seen. */
export class NoncesUnavailable extends Error {
  readonly code = 'NONCES_UNAVAILABLE';

  constructor() {
    super('Redis cannot tell whether the call was seen before');
    this.name = 'NoncesUnavailable';
  }
}

/** The nonces of the calls that any process of a department is sent. */
export class RedisNonces implements NonceStore {
  readonly #options: RedisNoncesOptions;
  /** Since when this Redis remembers; nothing is known of calls that are older. */
  #since = Number.POSITIVE_INFINITY;

  constructor(options: RedisNoncesOptions) {
    this.#options = options;
    options.redis.on('ready', () => void this.#learnAge());
    options.redis.on('close', () => (this.#since = Number.POSITIVE_INFINITY));
    if (options.redis.status === 'ready') void this.#learnAge();
  }

  async remember(nonce: string, expires: number, now: number): Promise<boolean> {
    // A Redis that started anew may have forgotten a call that is as old as it is.
    if (!this.isReady() || expires - callerLifetime * 1000 <= this.#since) throw new NoncesUnavailable();
    const { redis, department } = this.#options;
    const key = `nonce:${department}:${nonce}`;
    const kept = Math.max(1, Math.ceil(expires - now)) + nonceMargin;
    try {
      return (await redis.set(key, '1', 'PX', kept, 'NX')) === 'OK';
    } catch (error) {
      dropUnanswered(redis, error);
      throw new NoncesUnavailable();
    }
  }

  isReady(): boolean {
    return this.#options.redis.status === 'ready' && this.#since < Number.POSITIVE_INFINITY;
  }

  async close(): Promise<void> {
    this.#options.redis.disconnect();
  }

  async #learnAge(): Promise<void> {
    const { redis, clock } = this.#options;
    try {
      const [, uptime] = /^uptime_in_seconds:(\d+)/m.exec(await redis.info('server')) ?? [];
      if (uptime !== undefined) this.#since = clock().getTime() - Number(uptime) * 1000;
    } catch (error) {
      // Where it went away, it is asked again when it is back.
      dropUnanswered(redis, error);
    }
  }
}
