import { applicationOf, type Application } from './application';
import { citizenOf, type Citizen } from './circumstances/citizen';
import type { Home } from './circumstances/home';
import { homesOf } from './circumstances/homes';
import { Family } from './families/family';
import { marriagesOf, type Marriage } from './families/marriages';
import { addObligors } from './families/obligors';
import { structures } from './families/structures';
import { seededRandom, type Random } from './random';
import type { SampleOptions } from './sample-options';
import { assignTraps } from './traps/assign-traps';

/** A household with all that the registries hold of its people. */
export interface Household {
  readonly application: Application;
  /** Members, the applicant first, then obligors and outsiders. */
  readonly people: readonly Citizen[];
  /** The members and obligors: whom the registries are asked about. */
  readonly subjects: readonly Citizen[];
  readonly members: readonly Citizen[];
  readonly marriages: readonly Marriage[];
  readonly homes: readonly Home[];
  /** The household's stream of choices for one purpose, from its start. */
  readonly random: (purpose: string) => Random;
}

/** The household of an index from 0. It depends on seed, date and index alone. */
export function householdAt(options: SampleOptions, index: number): Household {
  const random = (purpose: string) => seededRandom(options.seed, index, purpose);
  const application = applicationOf(options, index);
  const family = new Family(application, random('family'), options);
  family.random.weighted(structures[application.program])(family);
  addObligors(family);
  assignTraps(family, random('traps'));
  const marriages = marriagesOf(family, random('marriages'));
  const homes = homesOf(family, random('homes'));
  const circumstances = random('circumstances');
  const people = family.people.map((person) => citizenOf(person, family, circumstances));
  return {
    application,
    people,
    subjects: people.filter(({ place }) => place !== 'OUTSIDER'),
    members: people.filter(({ place }) => place === 'MEMBER'),
    marriages,
    homes,
    random,
  };
}
