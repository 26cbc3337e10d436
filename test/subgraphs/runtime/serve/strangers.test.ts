import { createHmac, createPublicKey, sign } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { createLocalJWKSet, SignJWT } from 'jose';
import { pino } from 'pino';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import { callerHeader, callerLifetime } from '../../../../schema/wire/caller';
import { departments } from '../../../../subgraphs';
import { openDepartment, type OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { serveDepartment, type ServedDepartment } from '../../../../subgraphs/runtime/serve/serve-department';
import { testDatabases } from '../../../support/databases';
import { departmentQuestions, signedCall, type Signature } from '../../../support/signed-call';

jest.setTimeout(60_000);

const { key: signer } = newSigningKey();
const { key: unknown } = newSigningKey();
const start = new Date('2018-07-02T09:00:00+08:00');
const body = JSON.stringify(departmentQuestions['its __typename']);

const databases = testDatabases('SQLite');
const opened: OpenDepartment[] = [];
const served = new Map<string, ServedDepartment>();
let now = start;
let log = '';

const logger = pino(
  new Writable({
    write: (chunk, _, done) => {
      log += String(chunk);
      done();
    },
  }),
);

beforeAll(async () => {
  const gatewayKeys = createLocalJWKSet(publicSet(signer));
  const options = { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes: 10_000, logger, clock: () => now };
  for (const subgraph of departments) {
    const department = await openDepartment(subgraph, { config: databases.config, logger });
    opened.push(department);
    served.set(subgraph.name, await serveDepartment(department, options));
  }
});
beforeEach(() => {
  now = start;
  log = '';
});
afterAll(async () => {
  for (const { close } of [...served.values(), ...opened]) await close();
  await databases.remove();
});

const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);

/** Anything that somebody may send; a header may come several times. */
interface Knock {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

async function knock(
  name: string,
  { method = 'POST', path = '/graphql', headers = {}, body: sent = body }: Knock,
) {
  const sending = request(new URL(path, served.get(name)!.url), { method, headers });
  sending.end(sent);
  const [response] = (await once(sending, 'response')) as [IncomingMessage];
  const { date, ...told } = response.headers;
  return {
    status: response.statusCode,
    headers: told,
    dated: date !== undefined,
    text: await text(response),
  };
}

const refusal = {
  status: 401,
  headers: { connection: 'close', 'transfer-encoding': 'chunked' },
  dated: true,
  text: '',
};

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A good call's signature, and the claims in it. */
async function signed(name: string, wrongly: Partial<Signature> = {}) {
  const { headers } = await signedCall(body, { signer, department: name, at: now, ...wrongly });
  const token = headers[callerHeader]!;
  const [, payload = ''] = token.split('.');
  return { token, payload, claims: JSON.parse(Buffer.from(payload, 'base64url').toString()) as object };
}

const withToken = (...tokens: string[]): Knock => ({ headers: { [callerHeader]: tokens } });

const wrong =
  (wrongly: Partial<Signature>) =>
  async (name: string): Promise<Knock> =>
    withToken((await signed(name, wrongly)).token);

/** A good call whose head says that it is signed with the public key as a password. */
const byPassword = (form: () => string | Buffer) => async (name: string) => {
  const { payload } = await signed(name);
  const unfinished = `${encoded({ alg: 'HS256', kid: signer.id })}.${payload}`;
  const signature = createHmac('sha256', form()).update(unfinished).digest('base64url');
  return withToken(`${unfinished}.${signature}`);
};

/** A good call, signed anew by the gateway's own key with something else in it. */
const resigned = (claims: object) => async (name: string) => {
  const all = { ...(await signed(name)).claims, ...claims };
  const claimed = new SignJWT(all).setProtectedHeader({ alg: 'EdDSA', kid: signer.id });
  return withToken(await claimed.sign(signer.key));
};

const publicKey = () => createPublicKey(signer.key);
const created = start.getTime() / 1000;

const strangers: Readonly<Record<string, (name: string) => Knock | Promise<Knock>>> = {
  'without a signature': () => ({}),
  'with an empty one': () => withToken(''),
  'with a signature of another body': async (name) => ({ ...(await wrong({})(name)), body: `${body} ` }),
  'with a signature of another path': wrong({ path: '/status' }),
  'with a signature of another method': wrong({ method: 'GET' }),
  'with its signature at another path': async (name) => ({ ...(await wrong({})(name)), path: '/status' }),
  'with its signature by another method': async (name) => ({ ...(await wrong({})(name)), method: 'PUT' }),
  'with a signature that has just expired': wrong({ at: after(-callerLifetime) }),
  'with a signature that expired a second ago': wrong({ at: after(-callerLifetime - 1) }),
  'with a signature of the future': wrong({ at: after(6) }),
  'with a signature for another department': (name) =>
    wrong({ department: name === 'taxation' ? 'education' : 'taxation' })(name),
  'with a signature for all departments': (name) =>
    resigned({ aud: departments.map((department) => department.name) })(name),
  'with a signature that never ends': resigned({ exp: created + 3600 }),
  'with a signature for a second and a half': resigned({ exp: created + 1.5 }),
  'with a signature by a key of another name': wrong({ signer: unknown }),
  'with a signature by an unknown key of a known name': wrong({ signer: { ...unknown, id: signer.id } }),
  'with a signature by the PEM of the public key': byPassword(() =>
    publicKey().export({ type: 'spki', format: 'pem' }),
  ),
  'with a signature by the bytes of the public key': byPassword(() =>
    Buffer.from(publicKey().export({ format: 'jwk' }).x!, 'base64url'),
  ),
  'with a signature of no algorithm': async (name) =>
    withToken(`${encoded({ alg: 'none', kid: signer.id })}.${(await signed(name)).payload}.`),
  'with a good signature under the head of another algorithm': async (name) => {
    const [, payload, signature] = (await signed(name)).token.split('.');
    return withToken(`${encoded({ alg: 'none', kid: signer.id })}.${payload}.${signature}`);
  },
  'with a demand that nobody knows': async (name) => {
    const unfinished = `${encoded({ alg: 'EdDSA', kid: signer.id, crit: ['exp'], exp: 1 })}.${(await signed(name)).payload}`;
    return withToken(
      `${unfinished}.${sign(null, Buffer.from(unfinished), signer.key).toString('base64url')}`,
    );
  },
  'with its signature twice': async (name) => {
    const { token } = await signed(name);
    return withToken(token, token);
  },
  'with its signature and an empty one': async (name) => withToken((await signed(name)).token, ''),
  'with a signature longer than any': () => withToken('x'.repeat(60_000)),
  'with a head longer than any': () => withToken('x'.repeat(70_000)),
  'with a good signature over a body that is too long': async (name) => {
    const long = `${body}${' '.repeat(10_000)}`;
    return { ...(await wrong({ body: long })(name)), body: long };
  },
  'who asks first whether it may': async (name) => {
    const { headers } = await wrong({})(name);
    return { headers: { ...headers, expect: '200-ok' } };
  },
};

describe.each(departments.map(({ name }) => [name] as const))('%s', (name) => {
  it('answers a gateway', async () => {
    const { status, text: told } = await knock(name, await wrong({})(name));
    expect({ status, told }).toEqual({ status: 200, told: '{"data":{"__typename":"Query"}}' });
  });

  it.each(Object.keys(strangers))('tells nothing to somebody %s', async (which) => {
    expect(await knock(name, await strangers[which]!(name))).toEqual(refusal);
  });

  it('answers a call once in its time, and never after', async () => {
    const call = await wrong({})(name);
    const unused = await Promise.all([wrong({})(name), wrong({})(name)]);
    expect((await knock(name, call)).status).toBe(200);
    for (const [seconds, reason] of [
      [0, 'REPLAYED'],
      [29, 'REPLAYED'],
      [31, 'ERR_JWT_EXPIRED'],
      // A clock that was set back.
      [29, 'REPLAYED'],
    ] as const) {
      now = after(seconds);
      log = '';
      expect(await knock(name, call)).toEqual(refusal);
      expect(log).toContain(`"reason":"${reason}"`);
    }
    expect((await knock(name, unused[0])).status).toBe(200);
    now = after(31);
    expect(await knock(name, unused[1])).toEqual(refusal);
  });
});
