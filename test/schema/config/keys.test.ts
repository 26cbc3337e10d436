import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError } from '../../../schema/config/config-error';
import { developmentKey, randomSecret } from '../../../schema/config/development-key';
import {
  developmentIssuerKey,
  gatewayPublicKeys,
  newSigningKey,
  personKey,
  publicSet,
  signingKey,
} from '../../../schema/config/keys';
import { readConfig, type Config } from '../../../schema/config/read-config';
import { signCall, verifyCall, type SigningKey } from '../../../schema/wire/caller';
import { atOnce } from '../../support/at-once';
import { newJwks } from '../../support/new-jwks';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const config = (env: Record<string, string> = {}): Config => readConfig({ DATA_DIR: folder, ...env }, []);
const file = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

/** Whether what one key signs is accepted under the other keys. */
async function accepts(keys: ReturnType<typeof gatewayPublicKeys>, signer: SigningKey): Promise<boolean> {
  const request = { department: 'civil-affairs', method: 'POST', path: '/graphql', body: '{}' };
  const call = {
    callers: [{ subject: 'a', role: 'caseworker', correlationId: 'c' }],
    purpose: null,
    cases: [],
    budgetMs: 1,
  };
  const now = new Date('2018-07-02T09:00:00+08:00');
  const token = signCall(call, request, signer, now);
  return verifyCall(token, request, keys, now).then(
    () => true,
    () => false,
  );
}

const privateJwk = (kid?: string) => JSON.stringify({ ...newJwks('ed25519').privateJwk, kid });

describe('The keys of a development machine', () => {
  it('are made once and read ever after', async () => {
    const [person, signer, issuer] = [
      personKey(config()),
      signingKey(config()),
      developmentIssuerKey(config()),
    ];
    expect(person).toHaveLength(32);
    expect(personKey(config()).equals(person)).toBe(true);
    expect(signingKey(config()).id).toBe(signer.id);
    expect(developmentIssuerKey(config()).id).toBe(issuer.id);
    expect(issuer.id).not.toBe(signer.id);
    expect(await accepts(gatewayPublicKeys(config()), signer)).toBe(true);
    expect(await accepts(gatewayPublicKeys(config()), issuer)).toBe(false);
  });

  it('are others on another machine', () => {
    expect(randomSecret()).toMatch(/^[0-9a-f]{64}$/);
    const other = mkdtempSync(join(tmpdir(), 'keys-'));
    const theirs = personKey(config({ DATA_DIR: other }));
    rmSync(other, { recursive: true });
    expect(theirs.equals(personKey(config()))).toBe(false);
  });

  it('can be read by their owner alone, and leave nothing else behind', () => {
    personKey(config());
    expect(readdirSync(join(folder, 'keys'))).toEqual(['person']);
    expect(statSync(join(folder, 'keys')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'keys', 'person')).mode & 0o777).toBe(0o600);
  });

  it('are those of whoever was first, where another process makes one meanwhile', () => {
    const mine = developmentKey(folder, 'person', () => {
      expect(developmentKey(folder, 'person', () => 'theirs')).toBe('theirs');
      return 'mine';
    });
    expect(mine).toBe('theirs');
    expect(readdirSync(join(folder, 'keys'))).toEqual(['person']);
  });

  it('are the same for processes that start at once', async () => {
    const told = await atOnce(
      4,
      `const { developmentKey, randomSecret } = require('./dist/schema/config/development-key');`,
      `console.log(developmentKey(${JSON.stringify(folder)}, 'person', randomSecret));`,
    );
    const kept = readFileSync(join(folder, 'keys', 'person'), 'utf8');
    expect(kept).toMatch(/^[0-9a-f]{64}$/);
    expect(told.every((key) => key === kept)).toBe(true);
  }, 30_000);

  it('fail to be made where DATA_DIR is no folder', () => {
    expect(() => personKey(config({ DATA_DIR: file('taken', '') }))).toThrow(/ENOTDIR|EEXIST/);
  });
});

describe('Keys that are given', () => {
  it('are taken in place of development ones, which are then not made', async () => {
    const given = {
      PERSON_KEY: 'AB'.repeat(32),
      GATEWAY_SIGNING_KEY: file('gateway.jwk', privateJwk('g1')),
    };
    expect(personKey(config(given)).toString('hex')).toBe('ab'.repeat(32));
    expect(signingKey(config(given)).id).toBe('g1');
    expect(readdirSync(folder)).toEqual(['gateway.jwk']);
    const GATEWAY_PUBLIC_KEYS = file('public.json', JSON.stringify(publicSet(signingKey(config(given)))));
    expect(await accepts(gatewayPublicKeys(config({ GATEWAY_PUBLIC_KEYS })), signingKey(config(given)))).toBe(
      true,
    );
    expect(readFileSync(GATEWAY_PUBLIC_KEYS, 'utf8')).not.toContain('"d"');
  });

  it('let departments of a development machine know the gateway by its signing key', async () => {
    const given = config({ GATEWAY_SIGNING_KEY: file('gateway.jwk', privateJwk('g1')) });
    expect(await accepts(gatewayPublicKeys(given), signingKey(given))).toBe(true);
  });

  const broken: [string, (config: Config) => unknown, string][] = [
    ['GATEWAY_SIGNING_KEY', signingKey, 'not JSON 8d7f'],
    ['GATEWAY_SIGNING_KEY', signingKey, '{"kty":"OKP","crv":"Ed25519","d":"8d7f"}'],
    ['GATEWAY_SIGNING_KEY', signingKey, privateJwk()],
    [
      'GATEWAY_SIGNING_KEY',
      signingKey,
      JSON.stringify({
        ...newJwks('P-256').privateJwk,
        kid: 'e',
      }),
    ],
    ['GATEWAY_PUBLIC_KEYS', gatewayPublicKeys, 'not JSON 8d7f'],
    ['GATEWAY_PUBLIC_KEYS', gatewayPublicKeys, '{"keys":"8d7f"}'],
  ];

  it.each(broken)('that are no keys stop the start, naming %s and no content', (variable, read, content) => {
    const path = file('broken.json', content);
    for (const given of [path, join(folder, 'missing.json')]) {
      const error = refusalOf(() => read(config({ [variable]: given })));
      expect(error.problems.map((problem) => problem.variable)).toEqual([variable]);
      expect(error.message).not.toMatch(/8d7f|broken\.json|missing\.json/);
    }
  });
});

describe('The public keys of gateways', () => {
  const set = (...keys: readonly object[]) => JSON.stringify({ keys });
  const publicJwk = (kid?: string) => ({
    ...newJwks('ed25519').publicJwk,
    ...(kid === undefined ? {} : { kid }),
  });
  const refused = (text: string) =>
    refusalOf(() => gatewayPublicKeys(config({ GATEWAY_PUBLIC_KEYS: file('public.json', text) })));

  const wrong: readonly (readonly [string, () => string])[] = [
    ['with a private part among them', () => set(publicJwk('a'), JSON.parse(privateJwk('b')) as object)],
    ['with a shared secret among them', () => set(publicJwk('a'), { kty: 'oct', k: 'c2VjcmV0', kid: 'b' })],
    ['two of one id', () => set(publicJwk('a'), publicJwk('a'))],
    ['one of them without an id', () => set(publicJwk('a'), publicJwk())],
    ['one of them with an empty id', () => set(publicJwk('a'), publicJwk(''))],
    ['one of them cut short', () => set({ ...publicJwk('a'), x: 'AAAA' })],
    ['none', () => set()],
    [
      'none of Ed25519',
      () =>
        set({
          ...newJwks('P-256').publicJwk,
          kid: 'a',
        }),
    ],
    ['a key that is no set', () => JSON.stringify(publicJwk('a'))],
  ];

  it.each(wrong)('stop the start where they are %s', (_, text) => {
    const error = refused(text());
    expect(error.problems.map(({ variable }) => variable)).toEqual(['GATEWAY_PUBLIC_KEYS']);
  });

  it('count where they are Ed25519, others beside them do not', async () => {
    const signer = signingKey(config());
    const { keys } = publicSet(signer);
    const other = newJwks('P-256').publicJwk;
    const path = file('public.json', set(...keys, { ...other, kid: 'other' }));
    expect(await accepts(gatewayPublicKeys(config({ GATEWAY_PUBLIC_KEYS: path })), signer)).toBe(true);
  });

  it('tell of a file that became none, by a code', async () => {
    const signer = signingKey(config());
    const path = file('public.json', set(...publicSet(signer).keys));
    const troubles: string[] = [];
    const keys = gatewayPublicKeys(config({ GATEWAY_PUBLIC_KEYS: path }), (code) => void troubles.push(code));
    file('public.json', 'not JSON 8d7f');
    const { key: stranger } = newSigningKey();
    // Somebody unknown has the file read anew.
    expect(await accepts(keys, stranger)).toBe(false);
    expect(await accepts(keys, signer)).toBe(true);
    expect(troubles).toEqual(['MALFORMED']);
  });
});

describe('In production', () => {
  const keys: [string, (config: Config) => unknown][] = [
    ['PERSON_KEY', personKey],
    ['GATEWAY_SIGNING_KEY', signingKey],
    ['GATEWAY_PUBLIC_KEYS', gatewayPublicKeys],
    ['TOKEN_KEYS', developmentIssuerKey],
  ];

  it.each(keys)('a missing %s stops the start, and none is made', (variable, read) => {
    const error = refusalOf(() => read(config({ DEPLOYMENT: 'production' })));
    expect(error.problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('a department does not take the gateway’s private key for its public ones', () => {
    const given = { DEPLOYMENT: 'production', GATEWAY_SIGNING_KEY: file('gateway.jwk', privateJwk('g1')) };
    expect(refusalOf(() => gatewayPublicKeys(config(given))).problems).toMatchObject([
      { variable: 'GATEWAY_PUBLIC_KEYS' },
    ]);
  });
});

function refusalOf(read: () => unknown): ConfigError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error('The key was accepted.');
}
