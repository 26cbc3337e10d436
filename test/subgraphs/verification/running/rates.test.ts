import { ConfigError } from '../../../../schema/config/config-error';
import { openRedis } from '../../../../schema/wire/redis';
import { parseRates } from '../../../../subgraphs/verification/running/parse-rates';
import { openRates, type Rates } from '../../../../subgraphs/verification/running/rates';
import { openRedisServer, type RedisServer } from '../../../support/redis-server';

const prefix = 'verification-test';
const urgent = true;

/** How many questions a registry takes one after another before it has to be waited for, and how long that is. */
async function taken(rates: Rates, registries: Parameters<Rates['take']>[0], isUrgent = urgent) {
  for (let count = 0; count < 100; count += 1) {
    const wait = await rates.take(registries, isUrgent);
    if (wait > 0) return { count, wait };
  }
  throw new Error('a hundred were taken');
}

describe('VERIFICATION_RATES', () => {
  it('gives registries their rates', () => {
    const rates = parseRates('vehicles=200/min,taxes=50/s,deaths=9000/h');
    expect([...rates]).toEqual([
      ['vehicles', { households: 200, seconds: 60 }],
      ['taxes', { households: 50, seconds: 1 }],
      ['deaths', { households: 9000, seconds: 3600 }],
    ]);
    expect(parseRates(undefined).size).toBe(0);
  });

  it.each(['boats=1/s', 'vehicles=0/s', 'vehicles=1/day', 'vehicles', 'taxes=1/s,taxes=2/s', 'taxes=1/s,'])(
    'stops the start where it is %s',
    (text) => {
      expect(() => parseRates(text)).toThrow(ConfigError);
    },
  );
});

describe('A rate that one process counts', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const open = (text: string) => openRates({ rates: parseRates(text), redis: null, prefix });

  it('lets so many households be asked about in its time, and then as many again', async () => {
    const rates = open('vehicles=10/min');
    expect(await taken(rates, ['vehicles', 'taxes'])).toEqual({ count: 10, wait: 60_000 });
    jest.advanceTimersByTime(45_000);
    expect(await taken(rates, ['vehicles'])).toEqual({ count: 0, wait: 15_000 });
    jest.advanceTimersByTime(15_000);
    expect(await taken(rates, ['vehicles'])).toMatchObject({ count: 10 });
  });

  it('keeps a fifth for those who wait for an answer', async () => {
    const rates = open('vehicles=10/min');
    expect(await taken(rates, ['vehicles'], false)).toMatchObject({ count: 8 });
    expect(await taken(rates, ['vehicles'], false)).toMatchObject({ count: 0 });
    expect(await taken(rates, ['vehicles'], urgent)).toMatchObject({ count: 2 });
  });

  it('takes nothing of a registry where another has no room', async () => {
    const rates = open('vehicles=5/min,taxes=2/min');
    expect(await taken(rates, ['vehicles', 'taxes'])).toMatchObject({ count: 2 });
    expect(await taken(rates, ['vehicles'])).toMatchObject({ count: 3 });
  });

  it('holds back nothing of registries without a rate', async () => {
    await expect(taken(open('vehicles=5/min'), ['taxes'])).rejects.toThrow('a hundred were taken');
  });
});

describe('A rate that processes count together', () => {
  let server: RedisServer;
  beforeAll(async () => {
    server = await openRedisServer();
  });
  afterAll(() => server.remove());

  it('is one for all of them, and holds everybody back while Redis is away', async () => {
    const redis = await Promise.all([1, 2].map(() => openRedis(server.url, () => undefined)));
    const [one, other] = redis.map((each) =>
      openRates({ rates: parseRates('vehicles=10/h'), redis: each, prefix }),
    );
    for (let count = 0; count < 7; count += 1) expect(await one!.take(['vehicles'], urgent)).toBe(0);
    expect(await taken(other!, ['vehicles'])).toMatchObject({ count: 3 });
    expect(await server.keys()).toEqual(['verification-test:rate:vehicles:households']);
    await server.stop();
    expect(await one!.take(['vehicles'], urgent)).toBe(5000);
    expect(await one!.take(['taxes'], urgent)).toBe(0);
    redis.forEach((each) => each.disconnect());
  });
});
