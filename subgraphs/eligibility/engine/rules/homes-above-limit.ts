import { countedHomes, homeParameters, isAboveLimit, restsOnJointHomes } from '../property/housing';
import { homesDraft } from './home-drafts';
import type { Rule } from './rule';

export const homesAboveLimit: Rule = {
  code: 'HOMES_ABOVE_LIMIT',
  when: 'the members have at least two homes, and more floor area each than 3 times the least housing area (from 2017 dangerous homes, C and D, do not count)',
  parameters: homeParameters,
  ofMeans: true,
  find: (household) => {
    const homes = countedHomes(household);
    return isAboveLimit(household, homes) && !restsOnJointHomes(household, homes)
      ? [homesDraft(household, homes, '人均面积超过最低住房保障标准的3倍')]
      : [];
  },
};
