import { Writable } from 'node:stream';
import { createLocalJWKSet } from 'jose';
import { pino } from 'pino';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import type { NonceStore } from '../../../../subgraphs/runtime/serve/nonce-store';
import type { OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { openNonces } from '../../../../subgraphs/runtime/serve/open-nonces';
import { serveDepartment, type ServedDepartment } from '../../../../subgraphs/runtime/serve/serve-department';
import { eventually } from '../../../support/eventually';
import { openRedisServer, type RedisServer } from '../../../support/redis-server';
import { send } from '../../../support/send';
import { departmentRefusal, signedCall } from '../../../support/signed-call';

jest.setTimeout(30_000);

const { key: signer } = newSigningKey();
const password = 'not-for-the-log';
const body = JSON.stringify({ query: '{ __typename }' });

/** One process of a department, as far as nonces go. */
interface Instance {
  readonly served: ServedDepartment;
  readonly nonces: NonceStore;
}

let redis: RedisServer;
let log = '';
const instances: Instance[] = [];

beforeAll(async () => {
  redis = await openRedisServer(password);
});
afterEach(async () => {
  for (const { served, nonces } of instances.splice(0)) {
    await served.close();
    await nonces.close();
  }
  log = '';
});
afterAll(() => redis.remove());

async function start(name: string, url = redis.url): Promise<Instance> {
  const stream = new Writable({
    write: (chunk, _, done) => {
      log += String(chunk);
      done();
    },
  });
  const logger = pino(stream);
  const department = { subgraph: { name }, execute: async () => ({ data: {} }) } as unknown as OpenDepartment;
  const nonces = await openNonces({ REDIS_URL: url }, name, logger);
  const gatewayKeys = createLocalJWKSet(publicSet(signer));
  const options = { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes: 1000, logger, nonces };
  const instance = { served: await serveDepartment(department, options), nonces };
  instances.push(instance);
  return instance;
}

const readiness = async ({ served }: Instance) =>
  send(new URL('/health/ready', served.url).href, { method: 'GET' });

/** Sends calls, each of them new, until one is answered. */
const answers = ({ served }: Instance) =>
  eventually('a department answers', 10_000, async () => {
    const { status } = await send(served.url, await signedCall(body, { signer, department: 'weather' }));
    return status === 200 || undefined;
  });

describe('The instances of a department that share a Redis', () => {
  it('answer a call once, whichever of them it comes to', async () => {
    const [one, other] = [await start('weather'), await start('weather')];
    await answers(one);
    for (const [first, second] of [
      [one, other],
      [other, one],
    ] as const) {
      const call = await signedCall(body, { signer, department: 'weather' });
      expect((await send(first.served.url, call)).status).toBe(200);
      expect(await send(second.served.url, call)).toEqual(departmentRefusal);
      expect(await send(first.served.url, call)).toEqual(departmentRefusal);
    }
    expect(log).toContain('REPLAYED');
  });

  it('answer one of many that send the same call to all of them at once', async () => {
    const all = [await start('weather'), await start('weather')];
    for (const instance of all) await answers(instance);
    // On a busy machine Redis may be late, and then nobody is answered at all.
    await eventually('one of them is answered', 20_000, async () => {
      const call = await signedCall(body, { signer, department: 'weather' });
      const told = await Promise.all([...all, ...all, ...all].map(({ served }) => send(served.url, call)));
      const answered = told.filter(({ status }) => status === 200).length;
      expect(answered).toBeLessThanOrEqual(1);
      return answered === 1 || undefined;
    });
  });

  it('keep their nonces apart from those of another department', async () => {
    const [weather, tides] = [await start('weather'), await start('tides')];
    await answers(weather);
    const [now, expires] = [Date.now(), Date.now() + 30_000];
    expect(await weather.nonces.remember('n', expires, now)).toBe(true);
    expect(await tides.nonces.remember('n', expires, now)).toBe(true);
    expect(await tides.nonces.remember('n', expires, now)).toBe(false);
    const keys = await redis.keys();
    expect(keys).toEqual(expect.arrayContaining(['nonce:weather:n', 'nonce:tides:n']));
  });

  it('answer nobody while it is down, say so, and answer again when it is back', async () => {
    const instance = await start('weather');
    await answers(instance);
    expect((await readiness(instance)).status).toBe(204);
    const before = await signedCall(body, { signer, department: 'weather' });
    expect((await send(instance.served.url, before)).status).toBe(200);

    await redis.stop();
    await eventually('it is missed', 5000, () => !instance.nonces.isReady() || undefined);
    const call = await signedCall(body, { signer, department: 'weather' });
    expect(await send(instance.served.url, call)).toEqual(departmentRefusal);
    expect(await readiness(instance)).toEqual({ status: 503, text: '' });
    expect(log).toContain('"reason":"NONCES_UNAVAILABLE"');
    await eventually('the trouble is told', 5000, () => log.includes('"reason":"ECONNREFUSED"') || undefined);

    await redis.start();
    await answers(instance);
    expect((await readiness(instance)).status).toBe(204);
    // It has forgotten all calls, and so answers none that is older than itself.
    expect(await send(instance.served.url, before)).toEqual(departmentRefusal);
    expect(log).not.toContain(password);
  });

  it('answer nobody while it is too slow, and not a minute later', async () => {
    const instance = await start('weather');
    await answers(instance);
    redis.signal('SIGSTOP');
    const started = performance.now();
    const call = await signedCall(body, { signer, department: 'weather' });
    expect(await send(instance.served.url, call)).toEqual(departmentRefusal);
    expect(performance.now() - started).toBeLessThan(2000);
    redis.signal('SIGCONT');
    await answers(instance);
  });

  it('start without it, and answer when it comes', async () => {
    await redis.stop();
    const instance = await start('weather');
    const call = await signedCall(body, { signer, department: 'weather' });
    expect(await send(instance.served.url, call)).toEqual(departmentRefusal);
    await redis.start();
    await answers(instance);
  });

  it('answer nobody by a password that is none, and do not log it', async () => {
    const wrong = 'WRONGSECRET';
    const instance = await start('weather', redis.url.replace(password, wrong));
    expect(instance.nonces.isReady()).toBe(false);
    const call = await signedCall(body, { signer, department: 'weather' });
    expect(await send(instance.served.url, call)).toEqual(departmentRefusal);
    expect(log).toContain('"reason":"WRONGPASS"');
    expect(log).not.toMatch(/WRONGSECRET|not-for-the-log/);
  });
});

it('A department without a Redis remembers by itself', async () => {
  const nonces = await openNonces({ REDIS_URL: undefined }, 'weather', pino({ level: 'silent' }));
  const now = Date.now();
  expect(await nonces.remember('a', now + 30_000, now)).toBe(true);
  expect(await nonces.remember('a', now + 30_000, now)).toBe(false);
  await nonces.close();
});
