import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { enrolments } from './registries/enrolments';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: { enrolments: check(enrolments) },
};
