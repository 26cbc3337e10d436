import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { createLocalJWKSet } from 'jose';
import { gatewayPublicKeys, newSigningKey, publicSet } from '../../../../schema/config/keys';
import { readConfig } from '../../../../schema/config/read-config';
import { callerHeader, type SigningKey } from '../../../../schema/wire/caller';
import type { OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { serveDepartment, type ServedDepartment } from '../../../../subgraphs/runtime/serve/serve-department';
import { eventually } from '../../../support/eventually';
import { openKeySetFile } from '../../../support/key-sets';
import { json, send } from '../../../support/send';
import { departmentRefusal, signedCall } from '../../../support/signed-call';
import { testLogger } from '../../../support/test-logger';

const { key: signer } = newSigningKey();
const name = 'weather';
const maxBodyBytes = 1000;

/** A department that gives back what it is asked. */
const echo = {
  subgraph: { name },
  execute: async (question: unknown) => ({ data: { question } }),
} as unknown as OpenDepartment;

let served: ServedDepartment;
beforeAll(async () => {
  served = await serveDepartment(echo, {
    host: '127.0.0.1',
    port: 0,
    gatewayKeys: createLocalJWKSet(publicSet(signer)),
    maxBodyBytes,
    logger: testLogger,
  });
});
afterAll(() => served.close());

/** A question of that many bytes. */
const questionOf = (bytes: number) => {
  const shortest = JSON.stringify({ query: '' });
  return JSON.stringify({ query: 'x'.repeat(bytes - shortest.length) });
};

const sendSigned = async (body: string) =>
  send(served.url, await signedCall(body, { signer, department: name }));

describe('A department while its gateways change keys', () => {
  const { key: old } = newSigningKey();
  const { key: next } = newSigningKey();
  const file = openKeySetFile(old);
  let rotating: ServedDepartment;
  beforeAll(async () => {
    const gatewayKeys = gatewayPublicKeys(readConfig({ GATEWAY_PUBLIC_KEYS: file.path }, []));
    const options = { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes, logger: testLogger };
    rotating = await serveDepartment(echo, options);
  });
  afterAll(async () => {
    await rotating.close();
    file.remove();
  });

  const statusFor = async (key: SigningKey) =>
    (await send(rotating.url, await signedCall('{}', { signer: key, department: name }))).status;
  const statuses = async () => [await statusFor(old), await statusFor(next)];

  it('answers both while both are in its file, and the old one no longer when it is taken out', async () => {
    expect(await statuses()).toEqual([200, 401]);
    file.hold(old, next);
    await eventually('the new key holds', 5000, async () => (await statusFor(next)) === 200 || undefined);
    expect(await statuses()).toEqual([200, 200]);
    file.hold(next);
    await eventually(
      'the old key holds no longer',
      5000,
      async () => (await statusFor(old)) === 401 || undefined,
    );
    expect(await statuses()).toEqual([401, 200]);
  });
});

describe('A served department', () => {
  it('takes a question of the length that it may have', async () => {
    const body = questionOf(maxBodyBytes);
    const { status, text } = await sendSigned(body);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual({ data: { question: JSON.parse(body) as unknown } });
  });

  it('refuses a longer one, though it is signed, and stays there for the next', async () => {
    expect(await sendSigned(questionOf(maxBodyBytes + 1))).toEqual(departmentRefusal);
    expect((await sendSigned(questionOf(100))).status).toBe(200);
  });

  it.each([
    ['without a signature', {}],
    ['with one that is none', { [callerHeader]: 'x.y.z' }],
  ])('waits for no word of a stranger %s', async (_, headers) => {
    const stranger = request(served.url, {
      method: 'POST',
      headers: { ...json, ...headers, 'content-length': 1_000_000_000 },
    });
    stranger.flushHeaders();
    const [response] = (await once(stranger, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(401);
    stranger.destroy();
  });
});
