import { createPublicKey, type JsonWebKey } from 'node:crypto';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const keySet = z.object({
  keys: z.array(
    z.looseObject({ kty: z.string(), kid: z.string().min(1), crv: z.string().optional() }).refine(isPublic),
  ),
});

/** Keys by which gateways are known. */
export interface GatewayKeySet {
  readonly keys: JWTVerifyGetKey;
  /** How many there are. */
  readonly size: number;
}

/**
 * Reads a JWK set: of its keys, the Ed25519 ones count. Throws where one has a private part, which must not lie about in
 * a file of public ones, where one has no id or that of another, and where one is malformed.
 */
export function gatewayKeySet(text: string): GatewayKeySet {
  const { keys } = keySet.parse(JSON.parse(text));
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) throw new Error('two keys have one id');
  const counting = keys.filter(({ kty, crv }) => kty === 'OKP' && crv === 'Ed25519');
  for (const key of counting) createPublicKey({ key: key as JsonWebKey, format: 'jwk' });
  return { keys: createLocalJWKSet({ keys: counting as JWK[] }), size: counting.length };
}

/** `d` is the private part of a key pair, and `k` a secret that two share. */
function isPublic(jwk: Readonly<Record<string, unknown>>): boolean {
  return !Object.hasOwn(jwk, 'd') && !Object.hasOwn(jwk, 'k');
}
