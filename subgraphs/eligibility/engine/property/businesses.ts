import type { RecordOf } from '../facts/facts';
import type { Household } from '../household/household';
import type { Person } from '../household/person';

type Role = RecordOf<'businesses'>;

/** The rule under which a person's tie to a business falls. */
export type BusinessCode =
  | 'BUSINESS_REGISTERED'
  | 'BUSINESS_ROLE_MINOR'
  | 'BUSINESS_INDIVIDUAL'
  | 'BUSINESS_DORMANT'
  | 'BUSINESS_HISTORIC';

/** All of a person's roles in one business, and the one rule that they fall under. */
export interface BusinessTie {
  readonly code: BusinessCode;
  readonly business: Role['business'];
  readonly roles: readonly Role[];
}

/** A person's ties, one a business. */
export function businessesOf(household: Household, person: Person): readonly BusinessTie[] {
  const roles = household.records.of('businesses', person.id);
  const businesses = new Map(roles.map(({ business }) => [business.creditCode, business]));
  return [...businesses.values()].map((business) => {
    const held = roles.filter((role) => role.business.creditCode === business.creditCode);
    return { code: judge(household, held, business), business, roles: held };
  });
}

function judge(household: Household, roles: readonly Role[], business: Role['business']): BusinessCode {
  const { status, entityType } = business;
  if (status === 'REVOKED') return 'BUSINESS_DORMANT';
  if (status === 'DEREGISTERED' || status === 'REVOKED_AND_DEREGISTERED') return 'BUSINESS_HISTORIC';
  if (entityType === 'INDIVIDUAL') return 'BUSINESS_INDIVIDUAL';
  const limit = household.parameter('minorSharePercent');
  return roles.every((role) => isMinor(role, limit)) ? 'BUSINESS_ROLE_MINOR' : 'BUSINESS_REGISTERED';
}

/** A share that is not stated may be any. */
function isMinor({ role, sharePercent }: Role, limit: number): boolean {
  return role === 'SUPERVISOR' || (role === 'SHAREHOLDER' && sharePercent !== null && sharePercent <= limit);
}
