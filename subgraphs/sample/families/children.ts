import { yearOf } from '../calendar';
import type { Family } from './family';
import type { Basis, Person } from './person';

/** Of young adults of the age of students, so many are at school. */
const studentShare = 0.8;

/** Children come no earlier than in this year of their parents' lives. */
const youngestParent = 25;

/**
 * Children of the applicant and, where there is one, the spouse, from the eldest down. None is younger than
 * three, so that a divorce and a year after it find room behind every birth.
 */
export function addChildren(family: Family, parents: readonly Person[], count: number): Person[] {
  const children: Person[] = [];
  const { random, year } = family;
  const youngest = Math.max(...parents.map(({ birthDate }) => yearOf(birthDate)));
  const father = parents.find(({ sex }) => sex === 'MALE');
  let age = Math.min(random.between(5, 22), year - youngest - youngestParent);
  while (children.length < count && age >= 3) {
    const surname = father?.surname ?? children[0]?.surname;
    children.push(addChild(family, age, surname));
    age -= random.between(2, 6);
  }
  return children;
}

/** A child of the applicant. The age is that at the end of the year. */
function addChild(family: Family, age: number, surname: string | undefined): Person {
  const isStudent = family.random.chance(studentShare);
  return family.add({
    relation: 'child',
    sex: family.random.chance(0.52) ? 'MALE' : 'FEMALE',
    bornIn: family.year - age,
    basis: (completed) => basisOf(completed, isStudent),
    surname,
  });
}

function basisOf(age: number, isStudent: boolean): Basis {
  if (age < 18) return 'MINOR_CHILD';
  return age <= 22 && isStudent ? 'DEPENDENT_STUDENT' : 'CO_RESIDENT_OBLIGOR';
}
