import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000200000 } from './migrations/create-registries';
import { residents } from './registries/residents';
import { vehicles } from './registries/vehicles';
import { resolvers } from './resolvers';

/** 公安局: household-registration books and motor vehicles. Persons belong to it. */
export const publicSecurity = defineSubgraph({
  name: 'public-security',
  chinese: '公安局',
  registries: [residents, vehicles],
  migrations: [CreateRegistries1764000200000],
  resolvers,
});
