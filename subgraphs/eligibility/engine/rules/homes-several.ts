import { countedHomes, homeParameters, isAboveLimit } from '../property/housing';
import { homesDraft } from './home-drafts';
import type { Rule } from './rule';

export const homesSeveral: Rule = {
  code: 'HOMES_SEVERAL',
  when: 'the members have at least two homes, not above that area',
  parameters: homeParameters,
  ofMeans: true,
  find: (household) => {
    const homes = countedHomes(household);
    return homes.length >= 2 && !isAboveLimit(household, homes)
      ? [homesDraft(household, homes, '人均面积未超过限额')]
      : [];
  },
};
