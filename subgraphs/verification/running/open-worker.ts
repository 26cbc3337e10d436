import { createHash, randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { openRedis } from '../../../schema/wire/redis';
import { databaseSettings } from '../../runtime/database/database-settings';
import type { Workplace } from '../../runtime/define-subgraph';
import { parseRates } from './parse-rates';
import { openRates } from './rates';
import type { RunningStore } from './running-store';
import { spreadWorker } from './spread';
import { embeddedWorker, type Worker } from './worker';

type Place = Omit<Workplace, 'database'>;

/**
 * What runs verifications: in this process alone or, where REDIS_URL is set, together with every other process of the
 * deployment. Throws a ConfigError where VERIFICATION_RATES does not hold.
 */
export async function openWorker(place: Place, store: RunningStore): Promise<Worker> {
  const { config, logger, graph, clock } = place;
  const rated = parseRates(config.VERIFICATION_RATES);
  const prefix = prefixOf(place);
  const counts = config.REDIS_URL && rated.size > 0 ? await openCounts(config.REDIS_URL, place) : null;
  let isEnding = false;
  const running = {
    ...{ store, graph, clock, logger },
    rates: openRates({ rates: rated, redis: counts, prefix }),
    tierMs: config.VERIFICATION_TIER_HOURS * 3_600_000,
    leaseMs: config.VERIFICATION_LEASE_SECONDS * 1000,
    worker: randomUUID(),
    isEnding: () => isEnding,
  };
  const worker = config.REDIS_URL
    ? spreadWorker({ running, redisUrl: config.REDIS_URL, prefix })
    : embeddedWorker(running);
  return {
    wake: () => worker.wake(),
    idle: () => worker.idle(),
    close: async () => {
      isEnding = true;
      await worker.close();
      counts?.disconnect();
    },
  };
}

function openCounts(url: string, { logger }: Place): Promise<Redis> {
  return openRedis(url, (reason) => logger.warn({ reason }, 'rates cannot be counted'));
}

/** Deployments that share a Redis share neither jobs nor counts: each is told by its database, in a hash. */
function prefixOf({ config }: Place): string {
  const settings = databaseSettings(config, 'verification');
  const database =
    settings.dialect === 'sqlite' ? settings.file : `${new URL(settings.url).host}/${settings.database}`;
  return `verification-${createHash('sha256').update(database).digest('hex').slice(0, 16)}`;
}
