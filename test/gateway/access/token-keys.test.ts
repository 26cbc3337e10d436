import { SignJWT, jwtVerify } from 'jose';
import { tokenKeys } from '../../../gateway/access/token-keys';
import { newSigningKey } from '../../../schema/config/keys';
import { readConfig } from '../../../schema/config/read-config';
import type { SigningKey } from '../../../schema/wire/caller';
import { openKeySetFile } from '../../support/key-sets';

describe('The keys of the token issuer, in a file,', () => {
  const { key: old } = newSigningKey();
  const { key: next } = newSigningKey();
  const file = openKeySetFile(old);
  afterAll(() => file.remove());

  const tokenOf = ({ id, key }: SigningKey) =>
    new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid: id }).sign(key);

  it('are exchanged while the gateway runs', async () => {
    const troubles: string[] = [];
    const config = readConfig({ TOKEN_KEYS: file.path }, []);
    const keys = tokenKeys(config, (code) => void troubles.push(code));
    const holds = async (signer: SigningKey) =>
      jwtVerify(await tokenOf(signer), keys).then(
        () => true,
        () => false,
      );
    expect(await holds(old)).toBe(true);
    file.hold(old, next);
    expect([await holds(next), await holds(old)]).toEqual([true, true]);
    file.write('{');
    expect([await holds(next), await holds(old)]).toEqual([true, true]);
  });
});
