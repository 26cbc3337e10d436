import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';

/** A new pair of keys as JWKs, by way of PEM: a key that was just made must not be written as a JWK (keys.ts). */
export function newJwks(kind: 'ed25519' | 'P-256'): {
  readonly privateJwk: JsonWebKey;
  readonly publicJwk: JsonWebKey;
} {
  const made =
    kind === 'ed25519'
      ? generateKeyPairSync('ed25519', {
          privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
          publicKeyEncoding: { format: 'pem', type: 'spki' },
        })
      : generateKeyPairSync('ec', {
          namedCurve: 'P-256',
          privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
          publicKeyEncoding: { format: 'pem', type: 'spki' },
        });
  return {
    privateJwk: createPrivateKey(made.privateKey).export({ format: 'jwk' }),
    publicJwk: createPublicKey(made.publicKey).export({ format: 'jwk' }),
  };
}
