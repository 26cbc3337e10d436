import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000900000 } from './migrations/create-registries';
import { housingWorks } from './registries/housing-works';
import { resolvers } from './resolvers';

/** 城乡建委: renovation, appraisal and demolition of houses in the district. */
export const construction = defineSubgraph({
  name: 'construction',
  chinese: '城乡建委',
  registries: [housingWorks],
  migrations: [CreateRegistries1764000900000],
  resolvers,
});
