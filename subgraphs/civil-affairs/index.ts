import { defineSubgraph } from '../runtime/define-subgraph';
import { CreateRegistries1764000100000 } from './migrations/create-registries';
import { assistanceRolls } from './registries/assistance-rolls';
import { authorisations } from './registries/authorisations';
import { deaths } from './registries/deaths';
import { households } from './registries/households';
import { marriages } from './registries/marriages';
import { members } from './registries/members';
import { resolvers } from './resolvers';

/** 民政局: applications for assistance and the bureau's own registries. Households belong to it. */
export const civilAffairs = defineSubgraph({
  name: 'civil-affairs',
  chinese: '民政局',
  registries: [households, members, authorisations, marriages, deaths, assistanceRolls],
  migrations: [CreateRegistries1764000100000],
  resolvers,
});
