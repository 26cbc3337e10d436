import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { presaleContracts } from './registries/presale-contracts';
import { publicRentals } from './registries/public-rentals';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdAssets: { presaleContracts: check(presaleContracts) },
  HouseholdRegistrations: { publicRentals: check(publicRentals) },
};
