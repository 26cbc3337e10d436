import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000800000 } from './migrations/create-registries';
import { presaleContracts } from './registries/presale-contracts';
import { publicRentals } from './registries/public-rentals';
import { resolvers } from './resolvers';

/** 区房管局: pre-sale contracts and public rental homes in the district. */
export const housing = defineSubgraph({
  name: 'housing',
  chinese: '区房管局',
  registries: [presaleContracts, publicRentals],
  migrations: [CreateRegistries1764000800000],
  resolvers,
});
