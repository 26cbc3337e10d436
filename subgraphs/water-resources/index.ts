import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764001000000 } from './migrations/create-registries';
import { resettlement } from './registries/resettlement';
import { resolvers } from './resolvers';

/** 水利局: support for people whom a reservoir displaced. */
export const waterResources = defineSubgraph({
  name: 'water-resources',
  chinese: '水利局',
  registries: [resettlement],
  migrations: [CreateRegistries1764001000000],
  resolvers,
});
