import { createLocalJWKSet, createRemoteJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { ConfigError } from '../../schema/config/config-error';
import { keyFile } from '../../schema/config/key-file';
import { developmentIssuerKey, publicSet } from '../../schema/config/keys';
import { expectations, type Config } from '../../schema/config/read-config';

/**
 * The keys of whoever issues access tokens: a JWK set from a URL or a file; in development also our own. Those of a file
 * follow the file, and `onTrouble` is told a code where it changed into one that cannot be read.
 */
export function tokenKeys(
  config: Config,
  onTrouble: (code: string) => void = () => undefined,
): JWTVerifyGetKey {
  const source = config.TOKEN_KEYS;
  if (!source) return createLocalJWKSet(publicSet(developmentIssuerKey(config)));
  if (/^https?:\/\//.test(source)) return createRemoteJWKSet(new URL(source));
  const read = (text: string) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
  try {
    return keyFile({ path: source, read, onTrouble });
  } catch {
    throw new ConfigError([{ variable: 'TOKEN_KEYS', expected: expectations.get('TOKEN_KEYS') ?? '' }]);
  }
}
