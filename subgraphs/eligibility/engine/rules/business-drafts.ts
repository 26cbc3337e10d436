import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { businessesOf, type BusinessCode, type BusinessTie } from '../property/businesses';
import type { Draft } from './rule';

/** One draft a person and business that fall under the rule. */
export function businessDrafts(
  household: Household,
  code: BusinessCode,
  why: string,
): readonly (Draft & { readonly person: Person })[] {
  return household.owners.flatMap((person) =>
    businessesOf(household, person)
      .filter((tie) => tie.code === code)
      .map((tie) => draft(household, person, tie, why)),
  );
}

function draft(household: Household, person: Person, { business, roles }: BusinessTie, why: string) {
  return {
    person,
    message: `${person.name}在“${business.name}”任${[...new Set(roles.map(({ role }) => roleTerms[role]))].join('、')}：${why}。`,
    evidence: household.records.cite('businesses', roles),
    restsOn: [...household.livesOf([person]), ...household.answersOf([person], 'businesses')],
    cites: ['minorSharePercent'] as const,
  };
}

const roleTerms: Readonly<Record<BusinessTie['roles'][number]['role'], string>> = {
  LEGAL_REPRESENTATIVE: '法定代表人',
  SHAREHOLDER: '股东',
  SOLE_INVESTOR: '投资人',
  PARTNER: '合伙人',
  OPERATOR: '经营者',
  DIRECTOR: '董事',
  SUPERVISOR: '监事',
  MANAGER: '经理',
};
