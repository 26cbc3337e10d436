import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000400000 } from './migrations/create-registries';
import { realEstate } from './registries/real-estate';
import { resolvers } from './resolvers';

/** 规划自然资源局: titles to real estate in the city. */
export const naturalResources = defineSubgraph({
  name: 'natural-resources',
  chinese: '规划自然资源局',
  registries: [realEstate],
  migrations: [CreateRegistries1764000400000],
  resolvers,
});
