import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { developmentToken } from '../../schema/config/development-token';
import { signingKey } from '../../schema/config/keys';
import { callerHeader, callerLifetime, type SigningKey } from '../../schema/wire/caller';
import { sharedConfig } from '../support/ask-over-http';
import { department, openProcesses } from '../support/processes';
import { json, send, sendForHeaders, type Received } from '../support/send';
import { departmentQuestions, departmentRefusal, signedCall, type Signature } from '../support/signed-call';

const processes = openProcesses('department-port');

let publicSecurity: string;
let gatewayKey: SigningKey;

beforeAll(async () => {
  publicSecurity = (await processes.serve({ command: department('public-security') })).url;
  gatewayKey = signingKey(sharedConfig(processes.dataDir));
}, 60_000);

afterAll(() => processes.close());

const body = JSON.stringify(departmentQuestions['its __typename']);
const answered: Received = { status: 200, text: '{"data":{"__typename":"Query"}}' };
const refused: Received = departmentRefusal;

/** The call that a gateway would send with this body, but for what is given. */
const signed = (sentBody: string, wrongly: Partial<Signature> = {}) =>
  signedCall(sentBody, { signer: gatewayKey, department: 'public-security', ...wrongly });

const sendSigned = async (wrongly?: Partial<Signature>) => send(publicSecurity, await signed(body, wrongly));

describe('A department’s port', () => {
  it.each(Object.entries(departmentQuestions))('answers a gateway that asks for %s', async (_, operation) => {
    const { status, text } = await send(publicSecurity, await signed(JSON.stringify(operation)));
    expect(status).toBe(200);
    expect(JSON.parse(text)).toHaveProperty('data');
  });

  it.each(Object.entries(departmentQuestions))(
    'refuses whoever asks unsigned for %s',
    async (_, operation) => {
      const url = `${publicSecurity}?query=${encodeURIComponent(operation.query)}`;
      for (const headers of [
        json,
        { ...json, authorization: 'Bearer x' },
        { ...json, [callerHeader]: 'x' },
      ]) {
        for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
          const sent = { method, headers, body: JSON.stringify(operation) };
          expect(await send(publicSecurity, sent)).toEqual(refused);
        }
        for (const method of ['GET', 'HEAD', 'OPTIONS'] as const) {
          expect(await send(url, { method, headers })).toEqual(refused);
        }
      }
    },
  );

  it.each([
    '/',
    '/graphql/',
    '/GRAPHQL',
    '/graphql?query={__typename}',
    '/health',
    '/health/live?x',
    '/metrics',
    '//graphql',
  ])('refuses everybody at %s', async (path) => {
    const url = new URL(publicSecurity).origin + path;
    expect(await send(url, await signed(body, { path }))).toEqual(refused);
    expect(await send(url, { method: 'GET' })).toEqual(refused);
  });

  it('refuses a signature of another body', async () => {
    expect(await sendSigned({ body: JSON.stringify(departmentQuestions['a root field']) })).toEqual(refused);
    expect(await sendSigned({ body: `${body} ` })).toEqual(refused);
  });

  it('refuses a signature for another department', async () => {
    expect(await sendSigned({ department: 'civil-affairs' })).toEqual(refused);
  });

  it('refuses a signature of another path or method', async () => {
    expect(await sendSigned({ path: '/status' })).toEqual(refused);
    expect(await sendSigned({ method: 'GET' })).toEqual(refused);
  });

  it('refuses a signature that has expired, and one of the future', async () => {
    const minute = 60_000;
    const expired = new Date(Date.now() - callerLifetime * 1000 - minute);
    expect(await sendSigned({ at: expired })).toEqual(refused);
    expect(await sendSigned({ at: new Date(Date.now() + minute) })).toEqual(refused);
  });

  it('refuses a signature of a key that it does not know', async () => {
    const { privateKey: key } = generateKeyPairSync('ed25519');
    expect(await sendSigned({ signer: { id: gatewayKey.id, key } })).toEqual(refused);
    expect(await sendSigned({ signer: { id: randomUUID(), key } })).toEqual(refused);
  });

  it('refuses an access token in the place of a signature', async () => {
    const config = sharedConfig(processes.dataDir);
    const token = await developmentToken(config, { role: 'verifier', now: new Date() });
    const headers = { ...json, [callerHeader]: token, authorization: `Bearer ${token}` };
    expect(await send(publicSecurity, { headers, body })).toEqual(refused);
  });

  it('answers a signed call once', async () => {
    const sent = await signed(body);
    expect(await send(publicSecurity, sent)).toEqual(answered);
    expect(await send(publicSecurity, sent)).toEqual(refused);
  });

  it('answers one of many that send the same signed call at once', async () => {
    const sent = await signed(body);
    const all = await Promise.all(Array.from({ length: 8 }, () => send(publicSecurity, sent)));
    expect(all.filter(({ status }) => status === answered.status)).toEqual([answered]);
  });

  it.each(['/health/live', '/health/ready'])(
    'tells everybody that it lives, in no words, at %s',
    async (path) => {
      const url = new URL(path, publicSecurity).href;
      expect(await send(url, { method: 'GET' })).toEqual({ status: 204, text: '' });
    },
  );

  it('does not name its software', async () => {
    const { headers } = await sendForHeaders(publicSecurity, { headers: json, body });
    expect(Object.keys(headers).sort()).toEqual(['connection', 'date', 'transfer-encoding']);
  });
});
