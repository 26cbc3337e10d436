import { jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { Principal } from './principal';
import { isRole, roles, type Role } from './roles';

export interface TokenTerms {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly clock: () => Date;
}

/** Turns the Authorization header into a principal, or into null for a stranger. */
export type Authenticate = (authorization: string | undefined) => Promise<Principal | null>;

const claims = z.object({
  // Logs, departments and the ledger name the subject: a person's number must not get there as one.
  sub: z
    .string()
    .min(1)
    .max(200)
    .refine((subject) => redactIdNumbers(subject) === subject),
  role: z.custom<Role>(isRole),
  divisions: z.array(z.string().regex(/^\d{2,12}$/)).optional(),
});

/**
 * Verifies access tokens: a JWT signed by one of `keys` with EdDSA, ES256 or RS256, for this issuer and
 * audience, not expired, of a known role. A malformed claim makes a stranger too: it must not widen access.
 */
export function authenticator({ keys, issuer, audience, clock }: TokenTerms): Authenticate {
  return async (authorization) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
    if (!token) return null;
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['EdDSA', 'ES256', 'RS256'],
        issuer,
        audience,
        currentDate: clock(),
        requiredClaims: ['exp', 'sub'],
      });
      const { sub, role, divisions } = claims.parse(payload);
      return { subject: sub, role, scopes: new Set(roles[role]), divisions };
    } catch {
      return null;
    }
  };
}
