import type { Purpose } from '../../schema/access/purposes';

/** What a scope allows. All but one stand in the SDL; `schema:read` is introspection. */
export type Scope =
  | 'household:read'
  | 'registry:read'
  | 'identity:read'
  | 'eligibility:assess'
  | 'verification:read'
  | 'verification:record'
  | 'verification:start'
  | 'verification:decide'
  | 'authorisation:write'
  | 'audit:read'
  | 'operations:read'
  | 'schema:read';

const profile = ['household:read', 'registry:read', 'eligibility:assess'] as const;

/** Every role, as the set of its scopes. A token names a role; what that means is decided here. */
export const roles = {
  /** Staff of streets and districts who prepare applications. */
  caseworker: [...profile, 'verification:read', 'verification:record'],
  /** The assistance system, which asks for thousands. */
  assistance: [...profile, 'verification:read', 'verification:start'],
  /** The check centre's own staff. */
  verifier: [...profile, 'identity:read', 'verification:read', 'verification:record', 'verification:decide'],
  /** The check centre's own machine, which asks the registries once a family has authorised it. */
  verification: [...profile, 'authorisation:write'],
  /** Those who look at who looked. */
  auditor: [...profile, 'audit:read', 'schema:read'],
  /** Those who keep it running; they see no household. */
  operator: ['operations:read'],
} as const satisfies Record<string, readonly Scope[]>;

export type Role = keyof typeof roles;

/** What each role may ask for. */
export const purposesOf: Readonly<Record<Role, readonly Purpose[]>> = {
  caseworker: ['APPLICATION_REVIEW', 'RECHECK'],
  assistance: ['APPLICATION_REVIEW', 'RECHECK'],
  verifier: ['APPLICATION_REVIEW', 'RECHECK', 'OBJECTION'],
  verification: ['APPLICATION_REVIEW', 'RECHECK', 'OBJECTION'],
  auditor: ['AUDIT'],
  operator: ['OPERATIONS'],
};

export function isRole(name: unknown): name is Role {
  return typeof name === 'string' && Object.hasOwn(roles, name);
}
