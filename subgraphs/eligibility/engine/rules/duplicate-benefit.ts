import type { Household } from '../household/household';
import type { Person } from '../household/person';
import type { RecordOf } from '../facts/facts';
import type { Draft, Rule } from './rule';

export const duplicateBenefit: Rule = {
  code: 'DUPLICATE_BENEFIT',
  when: 'a member draws the same program in another household; for hardship support also: the applicant draws the allowance',
  find: (household) => household.counted.flatMap((person) => elsewhere(household, person)),
};

function elsewhere(household: Household, person: Person): readonly Draft[] {
  const { program, facts, applicant } = household;
  const entries = [
    ...household.drawing(person, program).filter(({ householdId }) => householdId !== facts.id),
    ...(program === 'SPECIAL_HARDSHIP_SUPPORT' && person === applicant
      ? household.drawing(person, 'MINIMUM_LIVING_ALLOWANCE')
      : []),
  ];
  return entries.length === 0 ? [] : [finding(household, person, entries)];
}

function finding(
  household: Household,
  person: Person,
  entries: readonly RecordOf<'assistanceRolls'>[],
): Draft {
  return {
    person,
    message: `${person.name}正在其他家庭享受同类救助，或正在享受与之不能兼得的救助。`,
    evidence: household.records.cite('assistanceRolls', entries),
    restsOn: [...household.livesOf([person]), ...household.answersOf([person], 'assistanceRolls')],
  };
}
