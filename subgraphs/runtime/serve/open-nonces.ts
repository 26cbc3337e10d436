import type { Logger } from 'pino';
import type { Config } from '../../../schema/config/read-config';
import { openRedis } from '../../../schema/wire/redis';
import { NonceMemory } from './nonce-memory';
import type { NonceStore } from './nonce-store';
import { RedisNonces } from './redis-nonces';

/** Where a department remembers nonces: in a Redis that all its processes share, else by itself. */
export async function openNonces(
  { REDIS_URL: url }: Pick<Config, 'REDIS_URL'>,
  department: string,
  logger: Logger,
): Promise<NonceStore> {
  if (url === undefined) return new NonceMemory(new Date());
  const redis = await openRedis(url, (code) => logger.error({ department, reason: code }, 'redis failed'));
  return new RedisNonces({ redis, department, clock: () => new Date() });
}
