import { addDays, yearOf } from '../calendar';
import type { Application } from '../application';
import { drawDisability } from '../families/disability';
import type { Family } from '../families/family';
import type { Person } from '../families/person';
import { relationCode } from '../families/relations';
import { bookIn } from '../places/registration';
import { otherProvince } from '../places/elsewhere';
import type { Random } from '../random';
import type { Trap } from '../traps/trap-table';
import { businessesOf, type BusinessForm } from './business';
import { benefitOf, type Benefit } from './benefit';
import { schoolingOf, type Schooling } from './schooling';
import { workOf, type Work } from './work';

/** A person with all that registries can know of them. */
export interface Citizen extends Person {
  readonly work: Work;
  readonly schooling: Schooling | undefined;
  readonly benefit: Benefit | undefined;
  readonly businesses: readonly BusinessForm[];
}

const disabledTraps: readonly (Trap | undefined)[] = ['DISABILITY_TRICYCLE', 'ADAPTED_CAR'];
const deathTraps: readonly (Trap | undefined)[] = [
  'DECEASED_MEMBER',
  'DECEASED_DRAWING',
  'DEATH_IN_RESIDENTS_ONLY',
];

/** No registry of means is asked about an outsider. */
const unasked = {
  work: { kind: 'NONE' },
  schooling: undefined,
  benefit: undefined,
  businesses: [],
} as const;

/** Settles how a person of a family lives. */
export function citizenOf(person: Person, family: Family, random: Random): Citizen {
  const { application } = family;
  if (person.place === 'MEMBER') bearTrap(person, family, random);
  if (person.place === 'OUTSIDER') {
    return Object.assign(person, unasked);
  }
  const work = workOf(person, application, random);
  return Object.assign(person, {
    work,
    schooling: schoolingOf(person, application.date, random),
    benefit: work.kind === 'EMPLOYED' ? undefined : benefitOf(person, application, random),
    businesses: businessesOf(person, work, application, random),
  });
}

function bearTrap(person: Person, family: Family, random: Random): void {
  const { application } = family;
  const { trap, sex, surname } = person;
  if (deathTraps.includes(trap)) person.diedOn = addDays(application.appliedOn, -random.between(20, 300));
  if (trap === 'FORMER_NAME') person.formerName = family.nameFor(sex, surname, yearOf(person.birthDate));
  if (trap === 'OTHER_PROVINCE_MEMBER') {
    person.relationToHead = relationCode('head', sex);
    person.registration = bookIn(otherProvince(random), application, person.ordinal, random);
  }
  if (disabledTraps.includes(trap)) person.disability = { grade: 2 + random.under(2), kind: 'PHYSICAL' };
  else if (!person.disability && random.chance(disabilityShare(person, application))) {
    person.disability = drawDisability(random, 'OTHER');
  }
}

function disabilityShare({ age }: Person, { means }: Application): number {
  if (age < 18) return 0.01;
  return means === 'POOR' ? 0.09 : 0.04;
}
