import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { businessRoleRecord } from './business-role-record';
import { businessRoles } from './registries/business-roles';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: {
    businesses: check(businessRoles, {
      completedBy: businessRoles.references,
      record: businessRoleRecord,
    }),
  },
};
