import type { Sex } from '../names/person-name';
import type { Family } from './family';
import type { Disability, Person } from './person';
import { marry } from './marry';

/** The applicant, who comes first in every family. The age is that at the end of the year. */
export function addApplicant(family: Family, age: number, sex?: Sex, disability?: Disability): Person {
  return family.add({
    relation: 'applicant',
    sex: sex ?? (family.random.chance(0.5) ? 'MALE' : 'FEMALE'),
    bornIn: family.year - age,
    basis: 'APPLICANT',
    ...(disability ? { disability } : {}),
  });
}

/** The applicant's husband or wife, not married to them yet: children come in between. */
export function addSpouse(family: Family, applicant: Person): Person {
  const isWife = applicant.sex === 'MALE';
  // Wives are a little younger, as a rule.
  const older = isWife ? -family.random.between(-1, 5) : family.random.between(-1, 5);
  return family.add({
    relation: 'spouse',
    sex: isWife ? 'FEMALE' : 'MALE',
    bornIn: Number(applicant.birthDate.slice(0, 4)) - older,
    basis: 'SPOUSE',
  });
}

/** An applicant and their spouse without children in the household. */
export function addCouple(family: Family, age: number): readonly [Person, Person] {
  const applicant = addApplicant(family, age);
  const spouse = addSpouse(family, applicant);
  marry(family, applicant, spouse);
  return [applicant, spouse];
}
