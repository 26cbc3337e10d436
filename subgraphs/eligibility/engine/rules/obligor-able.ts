import { groundsOf, judgedObligors, type Ground } from '../hardship/obligors';
import type { Household } from '../household/household';
import type { Person } from '../household/person';
import { homeParameters } from '../property/housing';
import type { Draft, Rule } from './rule';
import { vehicleParameters } from './vehicle-drafts';

export const obligorAble: Rule = {
  code: 'OBLIGOR_ABLE',
  when: 'an obligor below 60 has a vehicle that would be VEHICLE_OWNED, a role that would be BUSINESS_REGISTERED or BUSINESS_INDIVIDUAL, two counted homes, or indicated wages of at least 2 times the minimum living standard',
  parameters: [
    'ableObligorAge',
    'obligorWagePercent',
    'minorSharePercent',
    'recentMonths',
    'taxMonths',
    ...homeParameters,
    ...vehicleParameters,
  ],
  find: (household) =>
    judgedObligors(household)
      .filter((obligor) => isYoungEnough(household, obligor))
      .flatMap((obligor) => {
        const grounds = groundsOf(household, obligor);
        return grounds.length === 0 ? [] : [able(household, obligor, grounds)];
      }),
};

/** Whether an obligor is of an age at which whoever has the means is able. */
export function isYoungEnough(household: Household, { age }: Person): boolean {
  return age < household.parameter('ableObligorAge');
}

/** One ground that stands is enough. */
function able(household: Household, obligor: Person, grounds: readonly Ground[]): Draft {
  const stands = ({ restsOn, isUncertain }: Ground) =>
    !isUncertain && restsOn.every((answer) => household.isAnswered(answer));
  return {
    person: obligor,
    message: `法定义务人${obligor.name}有履行义务能力：${grounds.map(({ why }) => why).join('、')}。`,
    evidence: grounds.flatMap(({ evidence }) => evidence),
    restsOn: household.livesOf([obligor, ...household.applicants]),
    isUncertain: !grounds.some(stands),
    cites: ['obligorWagePercent', 'standard', ...homeParameters],
  };
}
