import type { Family } from '../families/family';
import type { Person } from '../families/person';
import { bookElsewhere } from '../places/registration';
import type { Random } from '../random';

/** Somebody outside all households who buys a home of the family. */
export function buyerIn(family: Family, random: Random): Person {
  const { application, year } = family;
  return family.add({
    place: 'OUTSIDER',
    relation: 'nobody',
    sex: random.chance(0.5) ? 'MALE' : 'FEMALE',
    bornIn: year - random.between(28, 55),
    registration: (ordinal) => bookElsewhere(application, ordinal, random, { district: 0.6, city: 0.3 }),
  });
}
