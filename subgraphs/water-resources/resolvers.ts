import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { resettlement } from './registries/resettlement';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: { resettlement: check(resettlement) },
};
