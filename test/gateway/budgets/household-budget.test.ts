import fc from 'fast-check';
import { Redis } from 'ioredis';
import { windowMs, type HouseholdBudget } from '../../../gateway/budgets/household-budget';
import { memoryBudget } from '../../../gateway/budgets/memory-budget';
import { redisBudget } from '../../../gateway/budgets/redis-budget';
import { openRedisServer, type RedisServer } from '../../support/redis-server';

const start = new Date('2018-07-02T09:00:00+08:00').getTime();
const minutes = (count: number) => new Date(start + count * 60_000);
const numbers = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => `YB-${from + index}`);

let redis: RedisServer;
let client: Redis;
beforeAll(async () => {
  redis = await openRedisServer();
  client = new Redis(redis.url);
});
afterAll(async () => {
  await client.quit();
  await redis.remove();
});

describe.each<[string, () => HouseholdBudget]>([
  ['in memory', memoryBudget],
  ['in Redis', () => redisBudget(client)],
])('A budget of households an hour, %s,', (_, open) => {
  let budget: HouseholdBudget;
  let subject: string;
  let count = 0;
  beforeEach(() => {
    budget = open();
    subject = `user-${++count}`;
  });

  const charge = (households: readonly string[], at: Date, of = subject, limit = 60) =>
    budget.charge({ subject: of, limit }, households, at);

  it('has room for as many different households as the role may see, and for no other', async () => {
    for (const number of numbers(60)) expect(await charge([number], minutes(0))).toEqual({ isCharged: true });
    expect(await charge(['YB-60'], minutes(0))).toEqual({ isCharged: false, retryAfterSeconds: 3600 });
  });

  it('takes nothing for a household that was charged within the hour', async () => {
    await charge(numbers(60), minutes(0));
    expect(await charge(numbers(60), minutes(1))).toEqual({ isCharged: true });
  });

  it('charges all households of a request or none', async () => {
    await charge(numbers(50), minutes(0));
    expect(await charge(numbers(11, 50), minutes(1))).toEqual({ isCharged: false, retryAfterSeconds: 3540 });
    expect(await charge(numbers(10, 50), minutes(1))).toEqual({ isCharged: true });
  });

  it('has room again when the households in the way are an hour old', async () => {
    await charge(numbers(30), minutes(0));
    await charge(numbers(30, 30), minutes(20));
    expect(await charge(numbers(31, 60), minutes(30))).toEqual({
      isCharged: false,
      retryAfterSeconds: 50 * 60,
    });
    expect(await charge(numbers(31, 60), minutes(79))).toMatchObject({ isCharged: false });
    expect(await charge(numbers(31, 60), minutes(80))).toEqual({ isCharged: true });
  });

  it('counts a household for an hour from when it was last charged', async () => {
    await charge(['YB-1'], minutes(0), subject, 1);
    await charge(['YB-1'], minutes(59), subject, 1);
    expect(await charge(['YB-2'], minutes(61), subject, 1)).toMatchObject({ isCharged: false });
  });

  it('has never room for more at once than it has in an hour', async () => {
    expect(await charge(numbers(61), minutes(0))).toEqual({ isCharged: false, retryAfterSeconds: 3600 });
  });

  it('takes no household where it is only asked whether there is room', async () => {
    expect(await charge([], minutes(0), subject, 0)).toEqual({ isCharged: true });
    await charge(numbers(2), minutes(0), subject, 2);
    expect(await charge([], minutes(1), subject, 2)).toEqual({ isCharged: true });
    expect(await charge([], minutes(1), subject, 1)).toEqual({ isCharged: false, retryAfterSeconds: 3540 });
  });

  it('is one for each subject', async () => {
    await charge(numbers(60), minutes(0));
    expect(await charge(numbers(60, 100), minutes(0), `${subject}-other`)).toEqual({ isCharged: true });
  });
});

describe('The budgets in memory and in Redis', () => {
  it('say the same of any course of requests', async () => {
    const request = fc.record({
      households: fc.uniqueArray(fc.integer({ min: 0, max: 11 }).map(String), { maxLength: 6 }),
      afterMs: fc.oneof(fc.integer({ min: 0, max: windowMs }), fc.constant(windowMs)),
    });
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(request, { maxLength: 12 }), async (requests) => {
        const allowance = { subject: `property-${++run}`, limit: 5 };
        const [memory, shared] = [memoryBudget(), redisBudget(client)];
        let now = start;
        for (const { households, afterMs } of requests) {
          now += afterMs;
          const at = new Date(now);
          expect(await shared.charge(allowance, households, at)).toEqual(
            await memory.charge(allowance, households, at),
          );
        }
      }),
      { seed: 20181, numRuns: 100 },
    );
  });
});
