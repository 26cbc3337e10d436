import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { providentFund } from './registries/provident-fund';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdAssets: { providentFund: check(providentFund) },
};
