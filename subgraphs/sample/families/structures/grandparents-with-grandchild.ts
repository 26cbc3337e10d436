import { addApplicant, addSpouse } from '../applicant';
import type { Family } from '../family';
import { endMarriage, marry } from '../marry';

/** Grandparents who bring up a grandchild while its parents work elsewhere (隔代). */
export function grandparentsWithGrandchild(family: Family): void {
  const { random } = family;
  const applicant = addApplicant(family, random.between(58, 72));
  if (random.chance(0.5)) marry(family, applicant, addSpouse(family, applicant));
  else endMarriage(family, applicant, 'DEATH');
  family.add({
    relation: random.chance(0.7) ? 'sonsChild' : 'daughtersChild',
    sex: random.chance(0.5) ? 'MALE' : 'FEMALE',
    bornIn: family.year - random.between(4, 16),
    basis: 'CO_RESIDENT_OBLIGOR',
  });
}
