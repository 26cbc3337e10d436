import { createSecretKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose';
import { authenticator } from '../../../gateway/access/authenticate';
import { developmentToken } from '../../../schema/config/development-token';
import { roles, type Role } from '../../../gateway/access/roles';
import { tokenKeys } from '../../../gateway/access/token-keys';
import { ConfigError } from '../../../schema/config/config-error';
import { newSigningKey, publicSet } from '../../../schema/config/keys';
import { readConfig } from '../../../schema/config/read-config';
import { someone } from '../../support/family';

const now = new Date('2018-07-02T09:00:00+08:00');
const seconds = (of: Date) => Math.floor(of.getTime() / 1000);
const issuer = { ...newSigningKey().key, id: 'issuer-1' };
const terms = { issuer: 'the city', audience: 'the graph', clock: () => now };
const authenticate = authenticator({ keys: createLocalJWKSet(publicSet(issuer)), ...terms });

const claims = {
  sub: 'user-7',
  role: 'caseworker',
  iss: 'the city',
  aud: 'the graph',
  exp: seconds(now) + 60,
};
const sign = (payload: JWTPayload, key: KeyObject = issuer.key, alg = 'EdDSA') =>
  new SignJWT(payload).setProtectedHeader({ alg, kid: issuer.id }).sign(key);

describe('An access token', () => {
  it('makes a principal with the scopes of its role', async () => {
    expect(await authenticate(`Bearer ${await sign(claims)}`)).toEqual({
      subject: 'user-7',
      role: 'caseworker',
      scopes: new Set(roles.caseworker),
      divisions: undefined,
    });
  });

  it.each([[['500112', '500113']], [[]]])('carries the divisions %j', async (divisions) => {
    const principal = await authenticate(`Bearer ${await sign({ ...claims, divisions })}`);
    expect(principal?.divisions).toEqual(divisions);
  });

  it.each<[string, JWTPayload]>([
    ['that has expired', { ...claims, exp: seconds(now) }],
    ['that never expires', { ...claims, exp: undefined } as unknown as JWTPayload],
    ['that is not yet valid', { ...claims, nbf: seconds(now) + 60 }],
    ['of another issuer', { ...claims, iss: 'another city' }],
    ['for another audience', { ...claims, aud: 'another graph' }],
    ['of nobody', { ...claims, sub: '' }],
    ['of one who is known by an identity number', { ...claims, sub: `user-${someone('尹某').number}` }],
    ['of no role', { ...claims, role: undefined }],
    ['of a role that there is not', { ...claims, role: 'mayor' }],
    ['of a name that every object has', { ...claims, role: 'constructor' }],
    ['of several roles', { ...claims, role: ['caseworker'] }],
    ['whose divisions are no list', { ...claims, divisions: '500112' }],
    ['whose divisions are null', { ...claims, divisions: null }],
    ['whose divisions are no codes', { ...claims, divisions: ['500112', '%'] }],
    ['with an empty division, which all would begin with', { ...claims, divisions: [''] }],
  ])('%s makes a stranger', async (_, payload) => {
    expect(await authenticate(`Bearer ${await sign(payload)}`)).toBeNull();
  });

  it('under another key, or none, makes a stranger', async () => {
    const other = generateKeyPairSync('ed25519').privateKey;
    const secret = createSecretKey(Buffer.alloc(32, 7));
    const good = await sign(claims);
    const [header = '', payload = '', signature = ''] = good.split('.');
    for (const token of [
      await sign(claims, other),
      await sign(claims, secret, 'HS256'),
      new UnsecuredJWT(claims).encode(),
      `${header}.${payload}.`,
      `${header}.${Buffer.from(JSON.stringify({ ...claims, role: 'verifier' })).toString('base64url')}.${signature}`,
    ]) {
      expect(await authenticate(`Bearer ${token}`)).toBeNull();
    }
  });

  it('is taken in one form alone', async () => {
    const token = await sign(claims);
    for (const header of [
      undefined,
      '',
      token,
      `bearer ${token}`,
      `Bearer  ${token}`,
      `Bearer ${token} `,
      `Basic ${token}`,
      `Bearer ${token}, Bearer ${token}`,
      `Bearer ${token}\n`,
    ]) {
      expect(await authenticate(header)).toBeNull();
    }
  });
});

describe('The development issuer', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokens-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const config = (env: Record<string, string> = {}) => readConfig({ DATA_DIR: folder, ...env }, []);
  const at = (clock: Date) =>
    authenticator({
      keys: tokenKeys(config()),
      issuer: config().TOKEN_ISSUER,
      audience: config().TOKEN_AUDIENCE,
      clock: () => clock,
    });

  it.each(Object.keys(roles) as Role[])('gives %s a token for twelve hours', async (role) => {
    const header = `Bearer ${await developmentToken(config(), { role, now })}`;
    const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);
    expect(await at(now)(header)).toMatchObject({ role, subject: `development-${role}` });
    expect(await at(hours(11.99))(header)).toMatchObject({ role });
    expect(await at(hours(12))(header)).toBeNull();
  });

  it('gives a token for some divisions', async () => {
    const token = await developmentToken(config(), { role: 'caseworker', divisions: ['500112'], now });
    expect(await at(now)(`Bearer ${token}`)).toMatchObject({ divisions: ['500112'] });
  });

  it('is none in production', () => {
    const production = config({ DEPLOYMENT: 'production' });
    expect(() => developmentToken(production, { role: 'verifier', now })).toThrow(/TOKEN_KEYS/);
    expect(() => tokenKeys(production)).toThrow(/TOKEN_KEYS/);
  });

  it('gives way to keys from a file, which have to be keys', async () => {
    const path = join(folder, 'issuer.json');
    writeFileSync(path, JSON.stringify(publicSet(issuer)));
    const given = authenticator({ keys: tokenKeys(config({ TOKEN_KEYS: path })), ...terms });
    expect(await given(`Bearer ${await sign(claims)}`)).toMatchObject({ subject: 'user-7' });
    const own = await developmentToken(config(), { role: 'verifier', now });
    expect(await given(`Bearer ${own}`)).toBeNull();
    writeFileSync(path, 'no keys');
    expect(() => tokenKeys(config({ TOKEN_KEYS: path }))).toThrow(ConfigError);
  });
});
