import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { SignJWT } from 'jose';
import { developmentIssuerKey, publicSet, signingKey } from '../../schema/config/keys';
import type { SigningKey } from '../../schema/wire/caller';
import { sharedConfig } from '../support/ask-over-http';
import { gateway, openProcesses } from '../support/processes';
import { json, send, sendForHeaders, type Sent } from '../support/send';

const processes = openProcesses('strangers');

let graph: string;
let issuer: SigningKey;
let gatewayKey: SigningKey;

beforeAll(async () => {
  graph = (await processes.serve({ command: gateway() })).url;
  const config = sharedConfig(processes.dataDir);
  issuer = developmentIssuerKey(config);
  gatewayKey = signingKey(config);
}, 60_000);

afterAll(() => processes.close());

const questions = [
  '{ household(id: "YB-2018-0001") { id address } }',
  '{ __schema { types { name } } }',
  '{ __typename }',
  'household',
];

interface Claims {
  readonly issuer?: string;
  readonly audience?: string;
  readonly role?: unknown;
  readonly subject?: string;
  readonly divisions?: unknown;
  readonly issuedAt?: number;
  readonly signer?: SigningKey;
}

const now = () => Math.floor(Date.now() / 1000);
const hour = 3600;

/** A token that is good but for what is given. */
function token(claims: Claims = {}): Promise<string> {
  const { role = 'verifier', subject = 'stranger', divisions, issuedAt = now(), signer = issuer } = claims;
  return new SignJWT({ role, ...(divisions === undefined ? {} : { divisions }) })
    .setProtectedHeader({ alg: 'EdDSA', kid: signer.id })
    .setIssuer(claims.issuer ?? 'household-federation')
    .setAudience(claims.audience ?? 'household-federation')
    .setSubject(subject)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + hour)
    .sign(signer.key);
}

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A head and claims that would be good under a good signature. */
function unsigned(alg: string): string {
  const names = { iss: 'household-federation', aud: 'household-federation', sub: 'stranger' };
  const claims = { ...names, role: 'verifier', iat: now(), exp: now() + hour };
  return `${encoded({ alg, kid: issuer.id })}.${encoded(claims)}`;
}

/** A token whose secret is what everybody may know: the issuer's public key, in one of its forms. */
function signedWith(secret: string | Buffer): string {
  const signed = unsigned('HS256');
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
}

const publicKey = () => createPublicKey(issuer.key);

const badTokens: Readonly<Record<string, () => string | Promise<string>>> = {
  'a token that is none': () => 'let-me-in',
  'an expired token': () => token({ issuedAt: now() - 2 * hour }),
  'a token of another issuer': () => token({ issuer: 'elsewhere' }),
  'a token for another audience': () => token({ audience: 'elsewhere' }),
  'a token of an unknown role': () => token({ role: 'superuser' }),
  'a token whose role is a property of every object': () => token({ role: 'constructor' }),
  'a token of several roles': () => token({ role: ['verifier'] }),
  'a token without a subject': () => token({ subject: '' }),
  'a token with malformed divisions': () => token({ divisions: '500112' }),
  'a token of a key that nobody knows': () =>
    token({ signer: { id: issuer.id, key: generateKeyPairSync('ed25519').privateKey } }),
  'a token of the key that signs calls to departments': () => token({ signer: gatewayKey }),
  'an unsigned token': () => `${unsigned('none')}.`,
  'an unsigned token with a signature of nothing': () => `${unsigned('none')}.AA`,
  'a signed token with other claims written in': async () => {
    const [, , signature] = (await token({ role: 'caseworker' })).split('.');
    return `${unsigned('EdDSA')}.${signature}`;
  },
  'a token signed with the bytes of the public key as a password': () =>
    signedWith(Buffer.from(publicKey().export({ format: 'jwk' }).x ?? '', 'base64url')),
  'a token signed with the PEM of the public key as a password': () =>
    signedWith(publicKey().export({ format: 'pem', type: 'spki' })),
  'a token signed with the public key set as a password': () => signedWith(JSON.stringify(publicSet(issuer))),
};

const strangers: Readonly<Record<string, () => Promise<string | undefined>>> = {
  'no token': async () => undefined,
  'an empty token': async () => 'Bearer ',
  'a good token without its scheme': () => token(),
  'a good token under another scheme': async () => `Basic ${await token()}`,
  ...Object.fromEntries(
    Object.entries(badTokens).map(([name, make]) => [name, async () => `Bearer ${await make()}`]),
  ),
};

/** The same for all strangers, whatever they asked and however. */
async function expectNothing(url: string, sent: Sent): Promise<void> {
  const { status, text } = await send(url, sent);
  expect({ status, answer: JSON.parse(text) as unknown }).toEqual({
    status: 401,
    answer: {
      errors: [
        {
          message: 'A valid access token is needed: Authorization: Bearer TOKEN.',
          extensions: {
            code: 'UNAUTHENTICATED',
            messageZh: expect.any(String),
            correlationId: expect.any(String),
          },
        },
      ],
    },
  });
}

/** Every way in which a question can be sent. */
function posts(query: string): readonly Sent[] {
  const body = JSON.stringify({ query });
  const part = 'content-disposition: form-data; name="operations"';
  return [
    { headers: json, body },
    { headers: json, body: `[${body},${body}]` },
    { headers: { 'content-type': 'text/plain' }, body },
    { headers: { 'content-type': 'application/graphql' }, body: query },
    {
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
      body: `--x\r\n${part}\r\n\r\n${body}\r\n--x--\r\n`,
    },
    { method: 'PUT', headers: json, body },
  ];
}

describe('The gateway', () => {
  it('answers somebody with a good token', async () => {
    const headers = { ...json, authorization: `Bearer ${await token()}` };
    const { status, text } = await send(graph, { headers, body: JSON.stringify({ query: questions[0] }) });
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({ data: { household: { id: 'YB-2018-0001' } } });
  });

  it.each(Object.keys(strangers))('gives nothing to a stranger with %s', async (name) => {
    const authorization = await strangers[name]?.();
    const presented = authorization === undefined ? {} : { authorization };
    for (const query of questions) {
      for (const { headers, ...post } of posts(query)) {
        await expectNothing(graph, { ...post, headers: { ...headers, ...presented } });
      }
      for (const path of ['', '/', '/more']) {
        const url = `${graph}${path}?query=${encodeURIComponent(query)}`;
        const headers = { ...presented, 'apollo-require-preflight': 'yes' };
        await expectNothing(url, { method: 'GET', headers });
      }
    }
  });

  it('gives nothing to a stranger whose body is no JSON, or longer than any question', async () => {
    await expectNothing(graph, { headers: json, body: '{"query":' });
    await expectNothing(graph, { headers: json, body: `"${'x'.repeat(512 * 1024)}"` });
  });

  it.each(['/', '/graph', '/health', '/health/secrets', '/.well-known/apollo/server-health', '/index.html'])(
    'says nothing at %s',
    async (path) => {
      for (const method of ['GET', 'POST', 'OPTIONS'] as const) {
        expect(await send(new URL(path, graph).href, { method })).toEqual({ status: 404, text: '' });
      }
    },
  );

  it('shows its metrics to nobody without a token', async () => {
    const { status, text } = await send(new URL('/metrics', graph).href, { method: 'GET' });
    expect([status, text.includes('UNAUTHENTICATED')]).toEqual([401, true]);
  });

  it('tells everybody whether it lives and is ready, and nothing else of itself', async () => {
    const live = await send(new URL('/health/live', graph).href, { method: 'GET' });
    expect(live).toEqual({ status: 200, text: '{"status":"live"}' });
    const ready = await send(new URL('/health/ready', graph).href, { method: 'GET' });
    expect(ready).toEqual({ status: 200, text: '{"status":"ready"}' });
  });

  it.each(['/graphql', '/health/live', '/nothing', '/%'])(
    'does not name its software at %s',
    async (path) => {
      const { headers, text } = await sendForHeaders(new URL(path, graph).href, { method: 'GET' });
      expect(Object.keys(headers).filter((name) => /powered|^server$|^via$/.test(name))).toEqual([]);
      expect(JSON.stringify(headers) + text).not.toMatch(/express|apollo|node|graphql-js/i);
    },
  );

  it('gives a correlation id of its own to whoever sends none that is one', async () => {
    const headers = { ...json, 'x-correlation-id': '<script>' };
    const answered = await sendForHeaders(graph, { headers, body: '{}' });
    expect(answered.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });
});
