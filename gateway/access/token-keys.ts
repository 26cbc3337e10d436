import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';
import { ConfigError } from '../../schema/config/config-error';
import { keyFile } from '../../schema/config/key-file';
import { developmentIssuerKey, publicSet } from '../../schema/config/keys';
import { expectations, type Config } from '../../schema/config/read-config';

/**
 * The keys of whoever issues access tokens: a JWK set from a URL or a file; in development also our own. They follow the
 * URL or the file, and `onTrouble` is told a code where it has become one that cannot be read.
 */
export function tokenKeys(
  config: Config,
  onTrouble: (code: string) => void = () => undefined,
): JWTVerifyGetKey {
  const source = config.TOKEN_KEYS;
  if (!source) return createLocalJWKSet(publicSet(developmentIssuerKey(config)));
  if (/^https?:\/\//.test(source)) return remoteKeys(new URL(source), onTrouble);
  const read = (text: string) => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet);
  try {
    return keyFile({ path: source, read, onTrouble });
  } catch {
    throw new ConfigError([{ variable: 'TOKEN_KEYS', expected: expectations.get('TOKEN_KEYS') ?? '' }]);
  }
}

/** Shorter than a request may take: a caller is refused before the request has run out of time. */
const timeoutDuration = 2000;

/** The keys behind a URL, kept for ten minutes. While it cannot be read, callers whose key is not known are strangers. */
function remoteKeys(url: URL, onTrouble: (code: string) => void): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, { timeoutDuration });
  let isTold = false;
  return async (header, token) => {
    try {
      const key = await keys(header, token);
      isTold = false;
      return key;
    } catch (error) {
      const isOfToken =
        error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
      if (!isOfToken && !isTold) onTrouble((error as { code?: string }).code ?? (error as Error).name);
      isTold ||= !isOfToken;
      throw error;
    }
  };
}
