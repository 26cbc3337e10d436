import { Redis } from 'ioredis';
import { redisCode } from '../../../schema/wire/redis';

/** The longest pause between two attempts to connect. */
const longestPause = 1000;

/**
 * A connection as BullMQ asks for it: a command waits for as long as Redis is away, since a worker waits for its next
 * job by one. Whoever cannot wait has to look whether it is ready. `onTrouble` is told a code once for each trouble.
 */
export function openWaitingRedis(url: string, onTrouble: (code: string) => void): Redis {
  const redis = new Redis(url, {
    maxRetriesPerRequest: null,
    connectTimeout: 1000,
    disconnectTimeout: 500,
    disableClientInfo: true,
    retryStrategy: (attempts) => Math.min(50 * attempts, longestPause),
    reconnectOnError: ({ message }) => message.startsWith('READONLY'),
  });
  let told: string | undefined;
  redis.on('ready', () => (told = undefined));
  redis.on('error', (error: Error) => {
    const code = redisCode(error);
    if (code !== told) onTrouble(code);
    told = code;
  });
  return redis;
}
