import { addDays } from '../calendar';
import type { Family } from '../families/family';
import type { Person } from '../families/person';
import { addressIn, streetOf } from '../places/streets';
import type { Random } from '../random';
import { buyerIn } from './buyer';
import { homeOf, sold, type Home } from './home';

/** The homes that somebody owns or owned because of the trap that they bear. `before` counts the family's others. */
export function homesOfTrap(person: Person, family: Family, before: number, random: Random): Home[] {
  const { application } = family;
  const elsewhere = () => addressIn(streetOf(application.residence, random), random);
  const home = (nth: number, plan: Partial<Parameters<typeof homeOf>[2]> = {}) =>
    homeOf(application, before + nth, { owners: [person], location: elsewhere(), ...plan }, random);
  const large = () => random.between(9000, 16_000) / 100;

  switch (person.trap) {
    case 'TWO_HOMES':
      return [home(1, { floorArea: large() }), home(2, { floorArea: large() })];
    case 'DANGEROUS_SECOND_HOME': {
      const dangerous = random.pick(['C', 'D']);
      // Half of the grades stand with the title, half only in the appraisal of the house.
      const grade = random.chance(0.5) ? { dangerGrade: dangerous } : { appraisedGrade: dangerous };
      return [home(1, { floorArea: large() }), home(2, { floorArea: large(), ...grade })];
    }
    case 'JOINT_HOME_ONE_TITLE':
      return [home(1, { coOwnership: 'JOINT' })];
    case 'HOME_BY_SHARES': {
      const share = random.pick([10, 25, 33.33, 50]);
      return [
        home(1, { floorArea: large() }),
        home(2, { floorArea: large(), coOwnership: 'BY_SHARES', share }),
      ];
    }
    case 'HOME_TRANSFERRED': {
      const soldOn = addDays(application.appliedOn, -random.between(10, 350));
      return [sold(home(1), buyerIn(family, random), soldOn)];
    }
    case 'SHOP_OWNED':
      return [home(1, { usage: 'COMMERCIAL', floorArea: random.between(900, 4500) / 100 })];
    default:
      return [];
  }
}
