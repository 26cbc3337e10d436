import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { keyFile } from '../../../schema/config/key-file';
import { newSigningKey } from '../../../schema/config/keys';
import type { SigningKey } from '../../../schema/wire/caller';
import { openKeySetFile, textOfSet, type KeySetFile } from '../../support/key-sets';

const { key: old } = newSigningKey();
const { key: next } = newSigningKey();
const { key: stranger } = newSigningKey();

const second = 1000;

let file: KeySetFile;
let now = 0;
let reads = 0;
let troubles: string[] = [];
let keys: JWTVerifyGetKey;

beforeEach(() => {
  file = openKeySetFile(old);
  now = 0;
  reads = 0;
  troubles = [];
  keys = keyFile({
    path: file.path,
    read: (text) => {
      reads += 1;
      return createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
    },
    onTrouble: (code) => void troubles.push(code),
    now: () => now,
  });
});
afterEach(() => file.remove());

const token = { payload: '', signature: '' };
const knows = ({ id }: SigningKey) =>
  Promise.resolve(keys({ alg: 'EdDSA', kid: id }, token)).then(
    () => true,
    () => false,
  );

describe('Keys in a file', () => {
  it('are exchanged without a gap: the old and the new hold side by side, then the new alone', async () => {
    expect([await knows(old), await knows(next)]).toEqual([true, false]);
    file.hold(old, next);
    now += 3 * second;
    expect([await knows(old), await knows(next)]).toEqual([true, true]);
    file.hold(next);
    now += 3 * second;
    expect([await knows(old), await knows(next)]).toEqual([false, true]);
    expect(troubles).toEqual([]);
  });

  it('hold as soon as somebody comes with them', async () => {
    file.hold(old, next);
    now += second / 10;
    expect(await knows(next)).toBe(true);
  });

  it('hold for all who come with them at once', async () => {
    file.hold(next);
    expect(await Promise.all([next, next, next, next].map(knows))).toEqual([true, true, true, true]);
  });

  it('are not read again while the file stays as it is', async () => {
    for (let time = 0; time < 10; time += 1) {
      now += 3 * second;
      expect(await knows(old)).toBe(true);
    }
    // Once at the start, and once when it was first looked at.
    expect(reads).toBe(2);
  });

  it('are not read at the pace of strangers', async () => {
    for (let time = 0; time < 50; time += 1) {
      now += second / 50;
      expect(await knows(stranger)).toBe(false);
    }
    expect(reads).toBe(2);
    now += 2 * second;
    await knows(stranger);
    expect(reads).toBeGreaterThan(2);
  });

  it.each([
    ['is half written', (of: KeySetFile) => of.write(textOfSet(next).slice(0, 40))],
    ['is empty', (of: KeySetFile) => of.write('')],
    ['holds something else', (of: KeySetFile) => of.write('{"keys":"none"}')],
    ['is gone', (of: KeySetFile) => of.lose()],
  ])('stay in force while it %s, which is told once, and follow it when it is whole', async (_, damage) => {
    damage(file);
    for (let time = 0; time < 3; time += 1) {
      now += 3 * second;
      expect(await knows(old)).toBe(true);
    }
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^[A-Z_]+$/);
    file.hold(next);
    now += 3 * second;
    expect([await knows(old), await knows(next)]).toEqual([false, true]);
    damage(file);
    now += 3 * second;
    await knows(next);
    expect(troubles).toHaveLength(2);
  });

  it('are none at all where it is emptied of them', async () => {
    file.hold();
    now += 3 * second;
    expect(await knows(old)).toBe(false);
  });

  it('have to be there to begin with', () => {
    file.lose();
    const options = { path: file.path, read: () => keys, onTrouble: () => undefined };
    expect(() => keyFile(options)).toThrow('ENOENT');
  });
});
