import { signingKey } from '../../schema/config/keys';
import { sharedConfig } from '../support/ask-over-http';
import { eventually } from '../support/eventually';
import { department, openProcesses, type Running } from '../support/processes';
import { openRedisServer, type RedisServer } from '../support/redis-server';
import { send } from '../support/send';
import { departmentRefusal, signedCall } from '../support/signed-call';

jest.setTimeout(60_000);

const processes = openProcesses('shared-nonces');
const name = 'education';
const body = JSON.stringify({ query: '{ __typename }' });

let redis: RedisServer;
let both: readonly Running[];
beforeAll(async () => {
  redis = await openRedisServer('not-to-be-told');
  const settings = { REDIS_URL: redis.url };
  const first = await processes.serve({ command: department(name), settings });
  both = [first, await processes.serve({ command: department(name), settings })];
});
afterAll(async () => {
  await processes.close();
  await redis.remove();
});

const newCall = () =>
  signedCall(body, { signer: signingKey(sharedConfig(processes.dataDir)), department: name });

describe('Two processes of one department', () => {
  it('answer a call once between them, and nobody without their Redis', async () => {
    const [first, second] = both.map(({ url }) => url) as [string, string];
    const call = await newCall();
    expect((await send(first, call)).status).toBe(200);
    expect(await send(second, call)).toEqual(departmentRefusal);
    await redis.stop();
    for (const url of [first, second]) expect(await send(url, await newCall())).toEqual(departmentRefusal);
    const readyUrl = new URL('/health/ready', first).href;
    expect(await send(readyUrl, { method: 'GET' })).toEqual({ status: 503, text: '' });
    await redis.start();
    for (const url of [first, second]) {
      await eventually('a department answers again', 10_000, async () => {
        return (await send(url, await newCall())).status === 200 || undefined;
      });
    }
  });

  it('end when they are told to, and have told no password', async () => {
    for (const running of both) {
      running.signal('SIGTERM');
      const { status, stdout, stderr } = await running.ended();
      expect(status).toBe(0);
      expect(stdout).toContain('"msg":"redis failed"');
      expect(stdout + stderr).not.toContain('not-to-be-told');
    }
  });
});
