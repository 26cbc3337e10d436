import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { taxes } from './registries/taxes';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: { taxes: check(taxes) },
};
