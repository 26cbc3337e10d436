import { yearOf } from '../calendar';
import type { Family } from './family';
import type { Person } from './person';

/** Makes a couple of two people of a family. */
export function marry(family: Family, one: Person, other: Person, children: readonly Person[] = []): void {
  const [husband, wife] = one.sex === 'MALE' ? [one, other] : [other, one];
  family.unions.push({ husband, wife, children });
}

/**
 * Gives somebody a spouse of former days, who is no part of the household: divorced, or dead since.
 * `children` are those of both, so the spouse was grown up before them.
 */
export function endMarriage(
  family: Family,
  person: Person,
  end: 'DIVORCE' | 'DEATH',
  children: readonly Person[] = [],
): Person {
  const born = yearOf(person.birthDate) + family.random.between(-4, 4);
  const eldest = Math.min(...children.map(({ birthDate }) => yearOf(birthDate)));
  const spouse = family.add({
    place: 'OUTSIDER',
    relation: 'nobody',
    sex: person.sex === 'MALE' ? 'FEMALE' : 'MALE',
    bornIn: Math.min(born, eldest - 24, family.year - 28),
    surname: person.sex === 'FEMALE' ? children[0]?.surname : undefined,
    registration: (ordinal) => ({ ...person.registration, book: `${person.registration.book}-${ordinal}` }),
  });
  const [husband, wife] = person.sex === 'MALE' ? [person, spouse] : [spouse, person];
  family.unions.push({ husband, wife, end, children });
  return spouse;
}
