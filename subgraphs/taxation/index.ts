import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000700000 } from './migrations/create-registries';
import { taxes } from './registries/taxes';
import { resolvers } from './resolvers';

/** 税务局: income declared for tax. */
export const taxation = defineSubgraph({
  name: 'taxation',
  chinese: '税务局',
  registries: [taxes],
  migrations: [CreateRegistries1764000700000],
  resolvers,
});
