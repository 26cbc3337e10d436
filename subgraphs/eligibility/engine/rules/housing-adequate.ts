import { areaOf, squareMetre } from '../property/homes';
import { countedHomes } from '../property/housing';
import { homesDraft } from './home-drafts';
import type { Rule } from './rule';

export const housingAdequate: Rule = {
  code: 'HOUSING_ADEQUATE',
  when: 'the floor area of the homes a member is at least the least housing area, 13 m²',
  parameters: ['minimumHousingArea', 'dangerGradesNotCounted'],
  find: (household) => {
    const homes = countedHomes(household);
    const least = household.parameter('minimumHousingArea') * household.counted.length * squareMetre;
    return areaOf(homes) >= least ? [homesDraft(household, homes, '人均面积达到最低住房保障标准')] : [];
  },
};
