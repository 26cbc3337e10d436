import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { dropUnanswered } from '../../schema/wire/redis';
import { spent, windowMs, type HouseholdBudget } from './household-budget';

/**
 * A sorted set a subject: households by the time of their last charge. It gives 0 where all were charged, the time
 * of the oldest charge in the way, or -1 where there would be no room even without any.
 */
const charge = `
local now, window, limit = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local unseen = 0
for i = 4, #ARGV do
  if not redis.call('ZSCORE', KEYS[1], ARGV[i]) then unseen = unseen + 1 end
end
local over = redis.call('ZCARD', KEYS[1]) + unseen - limit
if over > 0 then
  local oldest = redis.call('ZRANGE', KEYS[1], over - 1, over - 1, 'WITHSCORES')
  return oldest[2] or '-1'
end
for i = 4, #ARGV do redis.call('ZADD', KEYS[1], now, ARGV[i]) end
redis.call('PEXPIRE', KEYS[1], window)
return '0'
`;

/** Counts in Redis, for gateways that share their budgets. It holds hashes alone, and they end with the hour. */
export function redisBudget(redis: Redis): HouseholdBudget {
  return {
    get isAvailable() {
      return redis.status === 'ready';
    },
    async charge({ subject, limit }, households, at) {
      const now = at.getTime();
      const args = [now, windowMs, limit, ...new Set(households.map(hashOf))];
      const told = await redis
        .eval(charge, 1, `budget:${hashOf(subject)}`, ...args)
        .then(Number, (error: unknown) => {
          dropUnanswered(redis, error);
          throw error;
        });
      if (told === 0) return { isCharged: true };
      return spent(told < 0 ? undefined : told, now);
    },
    close: async () => {
      await redis.quit().catch(() => redis.disconnect());
    },
  };
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
