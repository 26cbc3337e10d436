import type { Config } from '../../schema/config/read-config';
import { defineSubgraph, type Subgraph } from '../runtime/define-subgraph';
import type { Policies } from './policies/policies';
import { publishedPolicies } from './policies/published-policies';
import { resolvers } from './resolvers';

/** This department by these rules: the published ones, or a trial under which households are replayed. */
export function eligibilitySubgraph(policies: (config: Config) => Policies): Subgraph {
  return defineSubgraph({
    name: 'eligibility',
    chinese: '核查认定引擎',
    resolvers: (config) => resolvers(policies(config)),
  });
}

/** 核查认定引擎: the published rules, applied to what all other departments say. It keeps no registry of its own. */
export const eligibility = eligibilitySubgraph(publishedPolicies);
