import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764001100000 } from './migrations/create-registries';
import { enrolments } from './registries/enrolments';
import { resolvers } from './resolvers';

/** 区教委: enrolments at schools. */
export const education = defineSubgraph({
  name: 'education',
  chinese: '区教委',
  registries: [enrolments],
  migrations: [CreateRegistries1764001100000],
  resolvers,
});
