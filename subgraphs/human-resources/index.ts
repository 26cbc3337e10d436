import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000600000 } from './migrations/create-registries';
import { socialInsurance } from './registries/social-insurance';
import { socialInsuranceBenefits } from './registries/social-insurance-benefits';
import { resolvers } from './resolvers';

/** 人社局: social insurance, and what it pays. */
export const humanResources = defineSubgraph({
  name: 'human-resources',
  chinese: '人社局',
  registries: [socialInsurance, socialInsuranceBenefits],
  migrations: [CreateRegistries1764000600000],
  resolvers,
});
