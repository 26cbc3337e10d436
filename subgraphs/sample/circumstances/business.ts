import type { Application } from '../application';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import type { Person } from '../families/person';
import type { RegisterKind } from './credit-code-for';
import type { Work } from './work';

export type BusinessRole =
  | 'LEGAL_REPRESENTATIVE'
  | 'SHAREHOLDER'
  | 'SOLE_INVESTOR'
  | 'PARTNER'
  | 'OPERATOR'
  | 'DIRECTOR'
  | 'SUPERVISOR'
  | 'MANAGER';

export interface BusinessForm {
  readonly entityType: 'COMPANY' | 'INDIVIDUAL' | 'PARTNERSHIP' | 'SOLE_PROPRIETORSHIP' | 'COOPERATIVE';
  readonly register: RegisterKind;
  readonly status: 'ACTIVE' | 'REVOKED' | 'REVOKED_AND_DEREGISTERED' | 'DEREGISTERED';
  /** What somebody is in it; shares in percent. */
  readonly roles: readonly { readonly role: BusinessRole; readonly share?: number }[];
}

const company: BusinessForm = {
  entityType: 'COMPANY',
  register: '91',
  status: 'ACTIVE',
  roles: [{ role: 'LEGAL_REPRESENTATIVE' }, { role: 'SHAREHOLDER', share: 60 }],
};
const director: BusinessForm = { ...company, roles: [{ role: 'DIRECTOR' }, { role: 'MANAGER' }] };
const soleProprietorship: BusinessForm = {
  entityType: 'SOLE_PROPRIETORSHIP',
  register: '91',
  status: 'ACTIVE',
  roles: [{ role: 'SOLE_INVESTOR' }],
};
const partnership: BusinessForm = {
  entityType: 'PARTNERSHIP',
  register: '91',
  status: 'ACTIVE',
  roles: [{ role: 'PARTNER', share: 50 }],
};
const cooperative: BusinessForm = {
  entityType: 'COOPERATIVE',
  register: '93',
  status: 'ACTIVE',
  roles: [{ role: 'SHAREHOLDER', share: 5 }],
};
const individual: BusinessForm = {
  entityType: 'INDIVIDUAL',
  register: '92',
  status: 'ACTIVE',
  roles: [{ role: 'OPERATOR' }],
};

const trapBusinesses: Partial<Record<Trap, BusinessForm>> = {
  CHILD_COMPANY_AND_CAR: {
    ...company,
    roles: [{ role: 'LEGAL_REPRESENTATIVE' }, { role: 'SHAREHOLDER', share: 100 }],
  },
  DEREGISTERED_COMPANY: { ...company, status: 'DEREGISTERED' },
  REVOKED_COMPANY: { ...company, status: 'REVOKED' },
  REVOKED_AND_DEREGISTERED_COMPANY: { ...company, status: 'REVOKED_AND_DEREGISTERED' },
  SUPERVISOR_ONLY: { ...company, roles: [{ role: 'SUPERVISOR' }] },
  ONE_PERCENT_SHAREHOLDER: { ...company, roles: [{ role: 'SHAREHOLDER', share: 1 }] },
};

/** Of the people from 22 to 65 whom no trap gives a business, such a share has a business of more. */
const ownerShare = 0.01;

/** The businesses that somebody has a part in: a trader's own, others rarely. About 4 % of all people have one. */
export function businessesOf(
  person: Person,
  work: Work,
  application: Application,
  random: Random,
): readonly BusinessForm[] {
  const other = otherBusiness(person, application, random);
  return [...(work.kind === 'SELF_EMPLOYED' ? [individual] : []), ...(other ? [other] : [])];
}

function otherBusiness({ trap, age, basis }: Person, { residence }: Application, random: Random) {
  const ofTrap = trap && trapBusinesses[trap];
  if (ofTrap) return ofTrap;
  const isDependent = basis === 'DEPENDENT_ADULT_CHILD' || basis === 'DEPENDENT_STUDENT';
  if (age < 22 || age > 65 || isDependent || !random.chance(ownerShare)) return undefined;
  return random.pick([
    company,
    director,
    soleProprietorship,
    residence === 'URBAN' ? partnership : cooperative,
  ]);
}
