import { yearOf } from '../calendar';
import { bookElsewhere } from '../places/registration';
import type { Family } from './family';
import type { Person } from './person';
import type { Relation } from './relations';

/** The others are in other provinces. */
const whereObligorsLive = { district: 0.25, city: 0.4 };

/** How many children elsewhere an old applicant has. */
const childrenElsewhere = [
  [0, 0.3],
  [1, 0.45],
  [2, 0.25],
] as const;

/** Adds the people who live elsewhere and whom the law obliges to support a member. */
export function addObligors(family: Family): void {
  const [applicant] = family.people;
  if (!applicant) return;
  const { random } = family;
  if (family.application.program === 'SPECIAL_HARDSHIP_SUPPORT') {
    if (applicant.age >= 60 && random.chance(0.15)) addElsewhere(family, applicant, 'child', 25);
    return;
  }
  if (applicant.age >= 58) {
    const count = random.weighted<number>(childrenElsewhere);
    for (let child = 0; child < count; child += 1) addElsewhere(family, applicant, 'child', 25 + 3 * child);
  }
  // Grandparents in the household have other children, brothers and sisters of the applicant.
  const isWithOwnParents = family.members.some(({ relation }) => relation === '51' || relation === '52');
  if (isWithOwnParents && random.chance(0.4)) {
    const isElder = random.chance(0.5);
    addElsewhere(family, applicant, isElder ? 'elderSibling' : 'youngerSibling', isElder ? -3 : 3);
  }
}

/** Somebody who is `younger` years younger than the applicant, or a little more. */
function addElsewhere(family: Family, applicant: Person, relation: Relation, younger: number): Person {
  const { random, application } = family;
  return family.add({
    place: 'OBLIGOR',
    relation,
    sex: random.chance(0.5) ? 'MALE' : 'FEMALE',
    bornIn: yearOf(applicant.birthDate) + younger + random.between(0, 2),
    basis: 'LEGAL_OBLIGOR',
    surname: applicant.sex === 'MALE' || relation !== 'child' ? applicant.surname : undefined,
    registration: (ordinal) => bookElsewhere(application, ordinal, random, whereObligorsLive),
  });
}
