import { RefusedStart } from '../../../schema/config/refused-start';
import type { Edition } from '../engine/policy/policy';
import { loadPolicies } from './load-policies';
import type { Policies } from './policies';
import { PolicyFileError } from './policy-problems';

/** An edition that is tried on households, whatever days it is meant for. */
export interface Trial {
  readonly edition: Edition;
  /** The rules with this edition in force on any day, in place of all others of its program. */
  readonly policies: Policies;
}

/**
 * Reads the file of an edition, a draft too.
 * @throws RefusedStart that lists all that is wrong with it, by file and key.
 */
export function loadTrial(file: string): Trial {
  try {
    const policies = loadPolicies(undefined, { trial: file, acceptDrafts: true });
    const edition = policies.editions.at(-1);
    if (!edition) throw new Error('a trial stands last among the editions');
    return { edition, policies };
  } catch (error) {
    if (error instanceof PolicyFileError) throw new RefusedStart(error.message);
    throw error;
  }
}
