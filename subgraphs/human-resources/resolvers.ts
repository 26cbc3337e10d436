import { check } from '../runtime/checks/check-resolver';
import type { Subgraph } from '../runtime/define-subgraph';
import { socialInsurance } from './registries/social-insurance';
import { socialInsuranceBenefits } from './registries/social-insurance-benefits';

export const resolvers: Subgraph['resolvers'] = {
  HouseholdRegistrations: {
    socialInsurance: check(socialInsurance, { beside: { benefits: socialInsuranceBenefits } }),
  },
};
