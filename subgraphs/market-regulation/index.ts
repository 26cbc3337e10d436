import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000300000 } from './migrations/create-registries';
import { businessRoles } from './registries/business-roles';
import { businesses } from './registries/businesses';
import { resolvers } from './resolvers';

/** 市场监管局: businesses and who holds a role in them. */
export const marketRegulation = defineSubgraph({
  name: 'market-regulation',
  chinese: '市场监管局',
  registries: [businesses, businessRoles],
  migrations: [CreateRegistries1764000300000],
  resolvers,
});
