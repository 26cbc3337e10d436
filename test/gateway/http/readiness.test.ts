import { listen, type Listening } from '../../../gateway/http/listen';
import { openDistrict, type District } from '../../support/district';
import { eventually } from '../../support/eventually';
import { memoryLedger } from '../../support/memory-ledger';
import { openRedisServer } from '../../support/redis-server';
import { send } from '../../support/send';

describe('A gateway', () => {
  const health = async ({ url }: Listening, state: 'live' | 'ready') =>
    (await send(`${url}/health/${state}`, { method: 'GET' })).status;

  async function whileListening(
    district: District,
    work: (listening: Listening) => Promise<void>,
  ): Promise<void> {
    const listening = await listen(district.graph.app, '127.0.0.1', 0);
    await work(listening);
    await listening.close();
    await district.close();
  }

  it('is not ready while accesses cannot be recorded, and is again when they can', async () => {
    const ledger = memoryLedger();
    const district = await openDistrict({ departments: [], registries: {}, ledger });
    await whileListening(district, async (listening) => {
      expect(await health(listening, 'ready')).toBe(200);
      ledger.isWritable = false;
      expect([await health(listening, 'ready'), await health(listening, 'live')]).toEqual([503, 200]);
      ledger.isWritable = true;
      expect(await health(listening, 'ready')).toBe(200);
    });
  });

  it('is not ready while households cannot be counted, and is again when they can', async () => {
    const redis = await openRedisServer();
    const settings = { REDIS_URL: redis.url };
    const district = await openDistrict({
      departments: [],
      registries: {},
      ledger: memoryLedger(),
      settings,
    });
    const becomes = (listening: Listening, status: number) =>
      eventually(`readiness is ${status}`, 10_000, async () =>
        (await health(listening, 'ready')) === status ? true : undefined,
      );
    await whileListening(district, async (listening) => {
      await becomes(listening, 200);
      await redis.stop();
      await becomes(listening, 503);
      await redis.start();
      await becomes(listening, 200);
    });
    await redis.remove();
  });

  it('is not ready once it drains', async () => {
    const district = await openDistrict({ departments: [], registries: {}, ledger: memoryLedger() });
    await whileListening(district, async (listening) => {
      district.graph.drain();
      expect([await health(listening, 'ready'), await health(listening, 'live')]).toEqual([503, 200]);
    });
  });
});
