import { addApplicant, addSpouse } from '../applicant';
import { addChildren } from '../children';
import type { Family } from '../family';
import type { Person } from '../person';
import { yearOf } from '../../calendar';
import { ownBook } from '../../places/registration';
import { endMarriage, marry } from '../marry';
import type { Sex } from '../../names/person-name';

/** A couple with children and with his or her parents, some of whom keep a household book of their own. */
export function threeGenerations(family: Family): void {
  const { random } = family;
  const applicant = addApplicant(family, random.between(34, 50));
  const spouse = addSpouse(family, applicant);
  const children = addChildren(family, [applicant, spouse], random.chance(0.65) ? 1 : 2);
  marry(family, applicant, spouse, children);
  const child = applicant.sex === 'FEMALE' && random.chance(0.5) ? spouse : applicant;
  addGrandparents(family, child, child === applicant ? 'parent' : 'husbandsParent');
}

/** One or both parents of a member, who live with the family. */
function addGrandparents(family: Family, child: Person, relation: 'parent' | 'husbandsParent'): void {
  const { random, application } = family;
  const registration = random.chance(0.4) ? () => ownBook(application, child.ordinal) : undefined;
  const add = (sex: Sex, gap: number, relationToHead?: 'spouse') =>
    family.add({
      relation,
      sex,
      bornIn: yearOf(child.birthDate) - gap,
      basis: 'CO_RESIDENT_OBLIGOR',
      surname: sex === 'MALE' ? child.surname : undefined,
      registration,
      relationToHead: registration && relationToHead,
    });
  const gap = random.between(24, 30);
  if (random.chance(0.45)) {
    marry(family, add('MALE', gap + 1), add('FEMALE', gap - 1, 'spouse'));
  } else {
    endMarriage(family, add(random.chance(0.7) ? 'FEMALE' : 'MALE', gap), 'DEATH', [child]);
  }
}
