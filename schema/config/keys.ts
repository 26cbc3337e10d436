import { createPrivateKey, createPublicKey, generateKeyPairSync, type JsonWebKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import type { SigningKey } from '../wire/caller';
import { ConfigError } from './config-error';
import { developmentKey, randomSecret } from './development-key';
import { gatewayKeySet } from './gateway-key-set';
import { keyFile } from './key-file';
import { expectations, type Config } from './read-config';

/** The key of the persons' pseudonyms, which all departments share. */
export function personKey(config: Config): Buffer {
  const hex = config.PERSON_KEY ?? generated(config, 'PERSON_KEY', 'person', randomSecret);
  return Buffer.from(hex, 'hex');
}

/** The key with which a gateway signs its calls to departments. */
export function signingKey(config: Config): SigningKey {
  const text = config.GATEWAY_SIGNING_KEY
    ? readSetting('GATEWAY_SIGNING_KEY', config.GATEWAY_SIGNING_KEY)
    : generated(config, 'GATEWAY_SIGNING_KEY', 'gateway.jwk', ed25519Jwk);
  return parsed('GATEWAY_SIGNING_KEY', () => toSigningKey(text));
}

/**
 * The keys by which a department knows its gateways. In development they follow from the signing key; those of a file
 * follow the file, and `onTrouble` is told a code where it changed into one that cannot be read.
 */
export function gatewayPublicKeys(
  config: Config,
  onTrouble: (code: string) => void = () => undefined,
): JWTVerifyGetKey {
  const path = config.GATEWAY_PUBLIC_KEYS;
  if (!path) {
    if (config.DEPLOYMENT === 'production') throw wrong('GATEWAY_PUBLIC_KEYS');
    return createLocalJWKSet(publicSet(signingKey(config)));
  }
  return parsed('GATEWAY_PUBLIC_KEYS', () => {
    // One that is emptied later is meant: every gateway is shut out. At the start it is a mistake.
    if (gatewayKeySet(readFileSync(path, 'utf8')).size === 0) throw new Error('there is no key');
    return keyFile({ path, read: (text) => gatewayKeySet(text).keys, onTrouble });
  });
}

/** The key with which a gateway signs the heads of its chain in the access ledger. */
export function ledgerSigningKey(config: Config): SigningKey {
  const text = config.LEDGER_SIGNING_KEY
    ? readSetting('LEDGER_SIGNING_KEY', config.LEDGER_SIGNING_KEY)
    : generated(config, 'LEDGER_SIGNING_KEY', 'ledger.jwk', ed25519Jwk);
  return parsed('LEDGER_SIGNING_KEY', () => toSigningKey(text));
}

/** The keys by which signed heads of the access ledger are verified. In development they follow from the signing key. */
export function ledgerPublicKeys(config: Config): JWTVerifyGetKey {
  const file = config.LEDGER_PUBLIC_KEYS;
  if (file) return jwkSet('LEDGER_PUBLIC_KEYS', file);
  if (config.DEPLOYMENT === 'production') throw wrong('LEDGER_PUBLIC_KEYS');
  return createLocalJWKSet(publicSet(ledgerSigningKey(config)));
}

/** The key with which the check centre signs its reports (核对报告). */
export function reportSigningKey(config: Config): SigningKey {
  const text = config.REPORT_SIGNING_KEY
    ? readSetting('REPORT_SIGNING_KEY', config.REPORT_SIGNING_KEY)
    : generated(config, 'REPORT_SIGNING_KEY', 'report.jwk', ed25519Jwk);
  return parsed('REPORT_SIGNING_KEY', () => toSigningKey(text));
}

/** The keys by which signed reports are verified. In development they follow from the signing key. */
export function reportPublicKeys(config: Config): JWTVerifyGetKey {
  const file = config.REPORT_PUBLIC_KEYS;
  if (file) return jwkSet('REPORT_PUBLIC_KEYS', file);
  if (config.DEPLOYMENT === 'production') throw wrong('REPORT_PUBLIC_KEYS');
  return createLocalJWKSet(publicSet(reportSigningKey(config)));
}

/** The development issuer of access tokens. In production there is none: tokens come from elsewhere. */
export function developmentIssuerKey(config: Config): SigningKey {
  return toSigningKey(generated(config, 'TOKEN_KEYS', 'issuer.jwk', ed25519Jwk));
}

/** The public half of a signing key as a JWK set. */
export function publicSet({ id, key }: SigningKey): JSONWebKeySet {
  const jwk = createPublicKey(key).export({ format: 'jwk' });
  return { keys: [{ ...jwk, kty: 'OKP', kid: id, alg: 'EdDSA', use: 'sig' }] };
}

function generated(config: Config, variable: string, name: string, make: () => string): string {
  if (config.DEPLOYMENT === 'production') throw wrong(variable);
  return developmentKey(config.DATA_DIR, name, make);
}

/** A new Ed25519 key, as the text of a JWK too. */
export function newSigningKey(): { readonly text: string; readonly key: SigningKey } {
  const text = ed25519Jwk();
  return { text, key: toSigningKey(text) };
}

/**
 * By way of PEM: to write a key as a JWK, Node takes the key's lock and may collect garbage meanwhile; where that is the
 * job that made the key, it waits for the same lock for ever (Node 20.20).
 */
function ed25519Jwk(): string {
  const { privateKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { format: 'pem', type: 'pkcs8' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  });
  const jwk = createPrivateKey(privateKey).export({ format: 'jwk' });
  return JSON.stringify({ ...jwk, kid: randomSecret().slice(0, 16) });
}

function toSigningKey(text: string): SigningKey {
  const jwk = JSON.parse(text) as JsonWebKey & { kid?: string };
  const key = createPrivateKey({ key: jwk, format: 'jwk' });
  if (key.asymmetricKeyType !== 'ed25519' || !jwk.kid) throw new Error('not an Ed25519 key with a kid');
  return { id: jwk.kid, key };
}

function jwkSet(variable: string, file: string): JWTVerifyGetKey {
  const text = readSetting(variable, file);
  return parsed(variable, () => createLocalJWKSet(JSON.parse(text) as JSONWebKeySet));
}

function readSetting(variable: string, path: string): string {
  return parsed(variable, () => readFileSync(path, 'utf8'));
}

/** Whatever is wrong with a key is told by its variable's expectation: its text must not reach a log. */
function parsed<T>(variable: string, read: () => T): T {
  try {
    return read();
  } catch {
    throw wrong(variable);
  }
}

function wrong(variable: string): ConfigError {
  return new ConfigError([{ variable, expected: expectations.get(variable) ?? '' }]);
}
