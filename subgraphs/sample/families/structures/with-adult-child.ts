import { addApplicant, addSpouse } from '../applicant';
import { drawDisability } from '../disability';
import type { Family } from '../family';
import type { Basis, Disability, Person } from '../person';
import { yearOf } from '../../calendar';
import { endMarriage, marry } from '../marry';

/** A mother or father, or both, with a grown-up child who lives with them and may own what they do not. */
export function withAdultChild(family: Family): void {
  const applicant = addApplicant(family, family.random.between(50, 68));
  complete(family, applicant, 'CO_RESIDENT_OBLIGOR');
}

/** Parents with a grown-up child who cannot live independently. */
export function withDisabledChild(family: Family): void {
  const applicant = addApplicant(family, family.random.between(48, 72));
  complete(
    family,
    applicant,
    'DEPENDENT_ADULT_CHILD',
    drawDisability(family.random, 'WITHOUT_WORK_CAPACITY'),
  );
}

function complete(family: Family, applicant: Person, basis: Basis, disability?: Disability): void {
  const { random } = family;
  const spouse = random.chance(0.5) ? addSpouse(family, applicant) : undefined;
  const parents = spouse ? [applicant, spouse] : [applicant];
  const father = parents.find(({ sex }) => sex === 'MALE');
  const child = family.add({
    relation: 'child',
    sex: random.chance(0.5) ? 'MALE' : 'FEMALE',
    bornIn: Math.max(...parents.map(({ birthDate }) => yearOf(birthDate))) + random.between(25, 29),
    basis,
    surname: father?.surname,
    ...(disability ? { disability } : {}),
  });
  if (spouse) marry(family, applicant, spouse, [child]);
  else endMarriage(family, applicant, random.chance(0.5) ? 'DIVORCE' : 'DEATH', [child]);
}
