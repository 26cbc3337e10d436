import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SignJWT, jwtVerify } from 'jose';
import { tokenKeys } from '../../../gateway/access/token-keys';
import { newSigningKey, publicSet } from '../../../schema/config/keys';
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

describe('The keys of the token issuer, behind a URL,', () => {
  it('are read from there, and where it cannot be read that is told once', async () => {
    const { key } = newSigningKey();
    let answer = { status: 500, body: '' };
    const issuer = createServer((_, response) => response.writeHead(answer.status).end(answer.body));
    issuer.listen(0, '127.0.0.1');
    await once(issuer, 'listening');
    const url = `http://127.0.0.1:${(issuer.address() as AddressInfo).port}/keys`;
    const troubles: string[] = [];
    const keys = tokenKeys(readConfig({ TOKEN_KEYS: url }, []), (code) => void troubles.push(code));
    const token = await new SignJWT({}).setProtectedHeader({ alg: 'EdDSA', kid: key.id }).sign(key.key);

    await expect(jwtVerify(token, keys)).rejects.toThrow();
    await expect(jwtVerify(token, keys)).rejects.toThrow();
    expect(troubles).toHaveLength(1);
    expect(troubles[0]).toMatch(/^[A-Z_]+$/);

    answer = { status: 200, body: JSON.stringify(publicSet(key)) };
    await expect(jwtVerify(token, keys)).resolves.toBeDefined();
    issuer.close();
    issuer.closeAllConnections();
  });
});
