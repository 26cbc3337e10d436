import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { housingWorks } from './registries/housing-works';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: { housingWorks: check(housingWorks) },
};
