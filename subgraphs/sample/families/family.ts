import { ageOn, yearOf } from '../calendar';
import type { Application } from '../application';
import { dottedName, personName, type Sex } from '../names/person-name';
import { surnames } from '../names/surnames';
import { familyBook, type Registration } from '../places/registration';
import { seededRandom, type Random } from '../random';
import type { SampleOptions } from '../sample-options';
import { Identities } from './identities';
import type { Basis, Disability, Person, Place } from './person';
import { relationCode, type Relation } from './relations';
import type { Union } from './union';

/** Somebody whom a family gets. */
export interface Kin {
  readonly place?: Place;
  readonly relation: Relation;
  readonly sex: Sex;
  /** An earlier year is taken where the household has somebody of that sex and year. */
  readonly bornIn: number;
  /** Where it depends on age, a function of it. */
  readonly basis?: Basis | ((age: number) => Basis);
  readonly surname?: string | undefined;
  /** The family's book where left out. */
  readonly registration?: ((ordinal: number) => Registration) | undefined;
  /** The head of their own book where they have one, else their relation to the applicant, whose book it is. */
  readonly relationToHead?: Relation | undefined;
  readonly disability?: Disability;
}

/** A family while it is put together: its people, and who is or was married to whom. */
export class Family {
  readonly people: Person[] = [];
  readonly unions: Union[] = [];
  /** The year of application. */
  readonly year: number;
  readonly #identities: Identities;
  readonly #names: Random;

  constructor(
    readonly application: Application,
    readonly random: Random,
    { seed }: SampleOptions,
  ) {
    this.year = yearOf(application.appliedOn);
    this.#identities = new Identities(application.index, seed);
    this.#names = seededRandom(seed, application.index, 'names');
  }

  /** The people who are counted in the household. */
  get members(): Person[] {
    return this.people.filter(({ place }) => place === 'MEMBER');
  }

  /** The members and obligors: whom the registries are asked about. */
  get subjects(): Person[] {
    return this.people.filter(({ place }) => place !== 'OUTSIDER');
  }

  add(kin: Kin): Person {
    const { sex, relation, basis, disability, place = 'MEMBER' } = kin;
    const ordinal = this.people.length + 1;
    const { idNumber, birthDate } = this.#identities.born(sex, kin.bornIn);
    const age = ageOn(birthDate, this.application.appliedOn);
    const surname = kin.surname ?? this.#names.pick<string>(surnames);
    const person: Person = {
      ordinal,
      place,
      relation: relationCode(relation, sex),
      basis: typeof basis === 'function' ? basis(age) : basis,
      sex,
      surname,
      name: this.nameFor(sex, surname, kin.bornIn),
      idNumber,
      birthDate,
      age,
      relationToHead: relationCode(kin.relationToHead ?? (hasOwnBook(kin) ? 'head' : relation), sex),
      registration: kin.registration?.(ordinal) ?? familyBook(this.application),
      ...(disability ? { disability } : {}),
    };
    this.people.push(person);
    return person;
  }

  /** A name as the family gives them. */
  nameFor(sex: Sex, surname: string, bornIn: number): string {
    return this.application.dottedNames
      ? dottedName(this.#names, sex)
      : personName(this.#names, sex, surname, bornIn);
  }
}

/** The applicant heads the family's book. */
function hasOwnBook({ registration, relation }: Kin): boolean {
  return registration !== undefined || relation === 'applicant';
}
