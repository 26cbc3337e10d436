import { countedHomes, homeParameters, isAboveLimit, restsOnJointHomes } from '../property/housing';
import { homesDraft } from './home-drafts';
import type { Rule } from './rule';

export const jointOwnership: Rule = {
  code: 'JOINT_OWNERSHIP',
  when: 'instead, where leaving out homes held in part, or of doubtful share, would undo that bar',
  parameters: homeParameters,
  ofMeans: true,
  find: (household) => {
    const homes = countedHomes(household);
    return isAboveLimit(household, homes) && restsOnJointHomes(household, homes)
      ? [homesDraft(household, homes, '是否超过限额取决于共有住房的份额，需人工核实')]
      : [];
  },
};
