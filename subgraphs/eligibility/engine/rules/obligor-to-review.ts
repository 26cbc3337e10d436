import { groundsOf, judgedObligors } from '../hardship/obligors';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { isYoungEnough, obligorAble } from './obligor-able';
import type { Rule } from './rule';

export const obligorToReview: Rule = {
  code: 'OBLIGOR_TO_REVIEW',
  when: 'any other obligor below 70, or older with such a ground, who neither draws hardship support nor, at 60 or more, the allowance',
  parameters: [...(obligorAble.parameters ?? []), 'reviewedObligorAge'],
  find: (household) =>
    judgedObligors(household)
      .filter((obligor) => isToReview(household, obligor))
      .map((person) => ({
        person,
        message: `需核实法定义务人${person.name}的履行义务能力。`,
        evidence: groundsOf(household, person).flatMap(({ evidence }) => evidence),
      })),
};

function isToReview(household: Household, obligor: Person): boolean {
  const hasGrounds = groundsOf(household, obligor).length > 0;
  if (hasGrounds && isYoungEnough(household, obligor)) return false;
  if (household.isKnownToDraw(obligor, 'SPECIAL_HARDSHIP_SUPPORT')) return false;
  if (!isYoungEnough(household, obligor) && household.isKnownToDraw(obligor, 'MINIMUM_LIVING_ALLOWANCE')) {
    return false;
  }
  return hasGrounds || obligor.age < household.parameter('reviewedObligorAge');
}
