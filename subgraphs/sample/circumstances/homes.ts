import { addDays } from '../calendar';
import type { Family } from '../families/family';
import type { Person } from '../families/person';
import { isInCity } from '../places/elsewhere';
import { addressIn, streetOf } from '../places/streets';
import type { Random } from '../random';
import { buyerIn } from './buyer';
import { homeOf, sold, type Home } from './home';
import { homesOfTrap } from './trap-homes';

/** How many families own the home that they live in. */
const ownHome = {
  MINIMUM_LIVING_ALLOWANCE: 0.4,
  TEMPORARY_ASSISTANCE: 0.5,
  MEDICAL_ASSISTANCE: 0.5,
  SPECIAL_HARDSHIP_SUPPORT: 0.25,
  HOUSING_ASSISTANCE: 0.12,
} as const;

/** The homes of a family, those sold included. It may add the next owners of these to the family. */
export function homesOf(family: Family, random: Random): Home[] {
  const homes: Home[] = [];
  const { application } = family;
  if (random.chance(ownHome[application.program])) homes.push(familyHome(family, random));
  if (random.chance(0.015)) homes.push(homeSoldLongAgo(family, homes.length + 1, random));
  for (const person of family.subjects) {
    homes.push(...homesOfTrap(person, family, homes.length, random));
    if (ownsHomeElsewhere(person, random)) {
      const { division, address } = person.registration;
      const plan = { owners: [person], location: address, division: division.slice(0, 6) };
      homes.push(homeOf(application, homes.length + 1, plan, random));
    }
  }
  return homes;
}

/** The home at the family's address; of a couple, both or one of them. */
function familyHome(family: Family, random: Random): Home {
  const { application } = family;
  const couple = family.members.filter(({ basis }) => basis === 'APPLICANT' || basis === 'SPOUSE');
  const isJoint = couple.length === 2 && random.chance(0.5);
  const owners = isJoint ? couple : [random.pick(couple)];
  const needsHousing = application.program === 'HOUSING_ASSISTANCE';
  const appraisal = application.residence === 'RURAL' && random.chance(0.03);
  const plan = {
    owners,
    location: application.address,
    coOwnership: isJoint ? 'JOINT' : 'SOLE',
    ...(needsHousing ? { floorArea: random.between(1500, 3200) / 100 } : {}),
    ...(appraisal ? { appraisedGrade: random.pick(['B', 'C', 'D']) } : {}),
  } as const;
  return homeOf(application, 1, plan, random);
}

function homeSoldLongAgo(family: Family, ordinal: number, random: Random): Home {
  const { application } = family;
  const [owner] = family.people as [Person];
  const location = addressIn(streetOf(application.residence, random), random);
  const home = homeOf(application, ordinal, { owners: [owner], location }, random);
  const soldOn = addDays(application.appliedOn, -random.between(400, 700));
  return sold(home, buyerIn(family, random), soldOn);
}

/** The land registry is the city's: it knows no home in another province. */
function ownsHomeElsewhere({ place, registration }: Person, random: Random): boolean {
  return place === 'OBLIGOR' && isInCity(registration.division) && random.chance(0.35);
}
