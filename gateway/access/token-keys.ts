import { readFileSync } from 'node:fs';
import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { ConfigError } from '../../schema/config/config-error';
import { developmentIssuerKey, publicSet } from '../../schema/config/keys';
import { expectations, type Config } from '../../schema/config/read-config';

/** The keys of whoever issues access tokens: a JWK set from a URL or a file; in development also our own. */
export function tokenKeys(config: Config): JWTVerifyGetKey {
  const source = config.TOKEN_KEYS;
  if (!source) return createLocalJWKSet(publicSet(developmentIssuerKey(config)));
  if (/^https?:\/\//.test(source)) return createRemoteJWKSet(new URL(source));
  try {
    return createLocalJWKSet(JSON.parse(readFileSync(source, 'utf8')) as JSONWebKeySet);
  } catch {
    throw new ConfigError([{ variable: 'TOKEN_KEYS', expected: expectations.get('TOKEN_KEYS') ?? '' }]);
  }
}
