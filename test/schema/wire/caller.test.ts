import { createPublicKey, createSecretKey } from 'node:crypto';
import { createLocalJWKSet, SignJWT, UnsecuredJWT } from 'jose';
import { newSigningKey, publicSet } from '../../../schema/config/keys';
import {
  callerLifetime,
  signCall,
  verifyCall,
  type DepartmentCall,
  type SigningKey,
} from '../../../schema/wire/caller';

const now = new Date('2018-07-02T09:00:00+08:00');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const newKey = (id: string): SigningKey => ({ ...newSigningKey().key, id });

const gateway = newKey('gateway-1');
const keys = createLocalJWKSet(publicSet(gateway));
const request = { department: 'civil-affairs', method: 'POST', path: '/graphql', body: '{"query":"{ a }"}' };
const call: DepartmentCall = {
  callers: [{ subject: 'user-7', role: 'caseworker', divisions: ['500112'], correlationId: 'correlation-1' }],
  purpose: 'RECHECK',
  cases: ['YB-2018-0001'],
  budgetMs: 720,
};

const verify = (token: string, more: Partial<typeof request> = {}, at = now) =>
  verifyCall(token, { ...request, ...more }, keys, at);

describe('A signed call', () => {
  it('tells the department who asks, with what id and how much time there is', async () => {
    const token = signCall(call, request, gateway, now);
    expect(await verify(token)).toEqual({
      ...call,
      nonce: expect.stringMatching(/^[0-9a-f-]{36}$/),
      expires: later(callerLifetime).getTime(),
    });
  });

  it('keeps who may see all apart from who may see nothing', async () => {
    const caller = (divisions?: string[]) => ({
      subject: 'a',
      role: 'b',
      correlationId: 'c',
      ...(divisions ? { divisions } : {}),
    });
    for (const callers of [[caller()], [caller([])], [caller(['50']), caller()]]) {
      const token = signCall({ ...call, callers }, request, gateway, now);
      expect((await verify(token)).callers).toEqual(callers);
    }
  });

  it('holds for bytes as for the text that they are', async () => {
    const body = '{"query":"{ 名 }"}';
    const token = signCall(call, { ...request, body }, gateway, now);
    expect(await verify(token, { body: Buffer.from(body) as never })).toMatchObject(call);
  });

  it('has a nonce of its own each time', async () => {
    const tokens = [1, 2, 3].map(() => signCall(call, request, gateway, now));
    const nonces = await Promise.all(tokens.map(async (token) => (await verify(token)).nonce));
    expect(new Set(nonces).size).toBe(3);
  });

  it.each([
    ['another body', { body: '{"query":"{ b }"}' }],
    ['the same body with a blank more', { body: `${request.body} ` }],
    ['another path', { path: '/graphql?' }],
    ['another department', { department: 'public-security' }],
    ['another method', { method: 'GET' }],
  ])('is rejected for %s', async (_, altered) => {
    const token = signCall(call, request, gateway, now);
    await expect(verify(token, altered)).rejects.toThrow();
  });

  it.each([
    ['as it is made', 0, true],
    ['in its last second', callerLifetime - 1, true],
    ['when its time is over', callerLifetime, false],
    ['by a clock that is 5 seconds slow', -5, true],
    ['by a clock that is 6 seconds slow', -6, false],
  ])('is judged %s', async (_, seconds, accepted) => {
    const token = signCall(call, request, gateway, now);
    const verified = await verify(token, {}, later(seconds)).then(
      () => true,
      () => false,
    );
    expect(verified).toBe(accepted);
  });

  it('is rejected under a key that the department does not know, whatever it is called', async () => {
    for (const stranger of [newKey('gateway-1'), newKey('gateway-2')]) {
      await expect(verify(signCall(call, request, stranger, now))).rejects.toThrow();
    }
  });

  it('is rejected where a part of it was altered', async () => {
    const token = signCall(call, request, gateway, now);
    const [header = '', payload = '', signature = ''] = token.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const widened = Buffer.from(JSON.stringify({ ...claims, callers: [{ subject: 'a', role: 'b' }] }));
    for (const altered of [
      [header, widened.toString('base64url'), signature],
      [header, payload, ''],
      [header, payload],
      [payload, header, signature],
      [header, payload, [...signature].reverse().join('')],
      [''],
    ]) {
      await expect(verify(altered.join('.'))).rejects.toThrow();
    }
  });

  const claims = async () => {
    const [, payload = ''] = signCall(call, request, gateway, now).split('.');
    return JSON.parse(Buffer.from(payload, 'base64url').toString()) as Record<string, unknown>;
  };

  it('is rejected without a signature, and signed by a secret that is no secret', async () => {
    const payload = await claims();
    const header = Buffer.from('{"alg":"none","kid":"gateway-1"}').toString('base64url');
    const none = new UnsecuredJWT(payload).encode();
    const publicKey = createPublicKey(gateway.key).export({ type: 'spki', format: 'pem' });
    const hmac = new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'gateway-1' });
    for (const token of [
      none,
      `${header}.${none.split('.')[1]}.`,
      await hmac.sign(createSecretKey(Buffer.from(publicKey))),
    ]) {
      await expect(verify(token)).rejects.toThrow();
    }
  });

  it.each(['exp', 'nbf', 'iat', 'jti', 'iss', 'aud', 'callers', 'budgetMs', 'method', 'path', 'digest'])(
    'is rejected without its %s, though a gateway signed it',
    async (name) => {
      const payload = await claims();
      const sign = (of: Record<string, unknown>) =>
        new SignJWT(of).setProtectedHeader({ alg: 'EdDSA', kid: gateway.id }).sign(gateway.key);
      expect(await verify(await sign(payload))).toMatchObject(call);
      const { [name]: left, ...rest } = payload;
      expect(left).toBeDefined();
      await expect(verify(await sign(rest))).rejects.toThrow();
    },
  );

  const created = now.getTime() / 1000;

  it.each([
    ['for a list of departments', { aud: [request.department] }],
    ['for longer than any may hold', { exp: created + callerLifetime + 1 }],
    ['from earlier than any may hold', { nbf: created - 6 }],
    ['until a part of a second', { exp: created + 1.5 }],
    ['with a nonce longer than any', { jti: 'x'.repeat(65) }],
    ['with a nonce that is none', { jti: '' }],
    ['of the future', { iat: created + 3600, nbf: created + 3595, exp: created + 3630 }],
    ['under another purpose than there is', { purpose: 'CURIOSITY' }],
    ['about cases that are no list', { cases: 'YB-2018-0001' }],
  ])('is rejected %s, though a gateway signed it', async (_, other) => {
    const payload = { ...(await claims()), ...other };
    const signed = new SignJWT(payload).setProtectedHeader({ alg: 'EdDSA', kid: gateway.id });
    await expect(verify(await signed.sign(gateway.key))).rejects.toThrow();
  });

  it.each([
    ['nobody', { callers: [] }],
    ['a caller without a subject', { callers: [{ subject: '', role: 'a', correlationId: 'c' }] }],
    ['a caller without a role', { callers: [{ subject: 'a', correlationId: 'c' }] }],
    ['a caller whose request cannot be found', { callers: [{ subject: 'a', role: 'b' }] }],
    [
      'a caller whose request cannot be found beside another',
      { callers: [...call.callers, { subject: 'a', role: 'b' }] },
    ],
    ['no time', { budgetMs: 0 }],
    [
      'divisions that are no list',
      { callers: [{ subject: 'a', role: 'b', correlationId: 'c', divisions: '50' }] },
    ],
  ])('is rejected with %s', async (_, more) => {
    const token = signCall({ ...call, ...(more as object) }, request, gateway, now);
    await expect(verify(token)).rejects.toThrow();
  });
});
