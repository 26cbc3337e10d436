import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000500000 } from './migrations/create-registries';
import { providentFund } from './registries/provident-fund';
import { resolvers } from './resolvers';

/** 公积金中心: accounts of the housing provident fund. */
export const providentFundCentre = defineSubgraph({
  name: 'provident-fund',
  chinese: '公积金中心',
  registries: [providentFund],
  migrations: [CreateRegistries1764000500000],
  resolvers,
});
