import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { realEstate } from './registries/real-estate';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdAssets: { realEstate: check(realEstate) },
};
