import { SignJWT } from 'jose';
import { developmentIssuerKey } from './keys';
import type { Config } from './read-config';

export interface TokenRequest {
  /** A role of the gateway: it decides what that may do. */
  readonly role: string;
  readonly divisions?: readonly string[] | undefined;
  readonly now: Date;
}

const lifetimeSeconds = 12 * 3600;

/** An access token of the development issuer, good for twelve hours. In production there is no such issuer. */
export function developmentToken(config: Config, { role, divisions, now }: TokenRequest): Promise<string> {
  const issuer = developmentIssuerKey(config);
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({ role, ...(divisions ? { divisions } : {}) })
    .setProtectedHeader({ alg: 'EdDSA', kid: issuer.id })
    .setIssuer(config.TOKEN_ISSUER)
    .setAudience(config.TOKEN_AUDIENCE)
    .setSubject(`development-${role}`)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(issuer.key);
}
