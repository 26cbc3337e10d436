import type { Logger } from 'pino';
import type { Config } from '../../schema/config/read-config';
import { openRedis } from '../../schema/wire/redis';
import type { HouseholdBudget } from './household-budget';
import { memoryBudget } from './memory-budget';
import { redisBudget } from './redis-budget';

/** The budgets that gateways share where REDIS_URL is set, else those of this process alone. */
export async function openBudget(
  { REDIS_URL }: Pick<Config, 'REDIS_URL'>,
  logger: Logger,
): Promise<HouseholdBudget> {
  if (!REDIS_URL) return memoryBudget();
  const onTrouble = (reason: string) => logger.warn({ reason }, 'budgets cannot be counted');
  return redisBudget(await openRedis(REDIS_URL, onTrouble));
}
