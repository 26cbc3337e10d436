import type { Family } from '../families/family';
import type { Person } from '../families/person';
import type { BearerName } from './trap-table';

const dependents: readonly unknown[] = ['DEPENDENT_ADULT_CHILD', 'DEPENDENT_STUDENT'];

/** Members of 20 to 59 who are nobody's dependents. */
function isOfWorkingAge({ age, basis }: Person): boolean {
  return age >= 20 && age <= 59 && !dependents.includes(basis);
}

function isAdult({ age, basis }: Person): boolean {
  return age >= 20 && age <= 78 && !dependents.includes(basis);
}

function union(person: Person, { unions }: Family) {
  return unions.find(({ husband, wife }) => husband === person || wife === person);
}

/** Which members can bear a trap. */
export const bearers: Readonly<Record<BearerName, (person: Person, family: Family) => boolean>> = {
  anyone: () => true,
  applicant: ({ basis }: Person) => basis === 'APPLICANT',
  spender: ({ basis }: Person, { application }: Family) =>
    basis === 'APPLICANT' && application.program === 'TEMPORARY_ASSISTANCE',
  adult: isAdult,
  workingAge: isOfWorkingAge,
  middleAged: ({ age }: Person) => age >= 35,
  aged: ({ age, basis }: Person) => age >= 45 && basis !== 'APPLICANT',
  notApplicant: (person: Person) => isAdult(person) && person.basis !== 'APPLICANT',
  // Old enough to have been of marriageable age years ago, when the marriage was.
  neverMarried: (person: Person, family: Family) =>
    isOfWorkingAge(person) && person.age >= 27 && !union(person, family),
  divorced: (person: Person, family: Family) => union(person, family)?.end === 'DIVORCE',
  adultChild: ({ age, basis, relation }: Person) =>
    basis === 'CO_RESIDENT_OBLIGOR' && age >= 20 && (relation === '20' || relation === '30'),
  student: ({ basis }: Person) => basis === 'DEPENDENT_STUDENT',
  pupil: ({ age }: Person) => age >= 8 && age <= 13,
  dottedName: ({ name }: Person) => name.includes('·'),
};
