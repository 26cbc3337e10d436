import type { Config } from '../../schema/config/read-config';
import { RefusedStart } from '../../schema/config/refused-start';
import { defineSubgraph, type Subgraph } from '../runtime/define-subgraph';
import { loadPolicies } from './policies/load-policies';
import type { Policies } from './policies/policies';
import { PolicyFileError } from './policies/policy-problems';
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

/** In production a draft among them stops the start. */
function publishedPolicies({ DEPLOYMENT }: Pick<Config, 'DEPLOYMENT'>): Policies {
  try {
    return loadPolicies(undefined, { acceptDrafts: DEPLOYMENT === 'development' });
  } catch (error) {
    if (error instanceof PolicyFileError) throw new RefusedStart(error.message);
    throw error;
  }
}
