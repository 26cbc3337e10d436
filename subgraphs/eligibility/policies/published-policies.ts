import type { Config } from '../../../schema/config/read-config';
import { RefusedStart } from '../../../schema/config/refused-start';
import { loadPolicies } from './load-policies';
import type { Policies } from './policies';
import { PolicyFileError } from './policy-problems';

/** The published rules. Throws a RefusedStart where a file does not hold; in production a draft among them is one. */
export function publishedPolicies({ DEPLOYMENT }: Pick<Config, 'DEPLOYMENT'>): Policies {
  try {
    return loadPolicies(undefined, { acceptDrafts: DEPLOYMENT === 'development' });
  } catch (error) {
    if (error instanceof PolicyFileError) throw new RefusedStart(error.message);
    throw error;
  }
}
