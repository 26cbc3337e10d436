import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadPolicies, type LoadOptions } from '../../../../subgraphs/eligibility/policies/load-policies';
import type { Policies } from '../../../../subgraphs/eligibility/policies/policies';
import { PolicyFileError } from '../../../../subgraphs/eligibility/policies/policy-problems';

/** Policies with one rule a program, over which a fixture puts its files. */
export const smallFolder = join(__dirname, 'small');

export const trialFile = join(__dirname, 'trials/MINIMUM_LIVING_ALLOWANCE-trial.yaml');

/** Loads the small policies with the files of a fixture, such as `bad/draft`, over them, and without `removed`. */
export function loadWith(
  fixture: string | null,
  options: LoadOptions = { acceptDrafts: false },
  removed: readonly string[] = [],
): Policies {
  const folder = mkdtempSync(join(tmpdir(), 'policies-'));
  try {
    cpSync(smallFolder, folder, { recursive: true });
    if (fixture !== null) cpSync(join(__dirname, fixture), folder, { recursive: true });
    for (const file of removed) rmSync(join(folder, file));
    return loadPolicies(folder, options);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What stops the start, problem by problem. */
export function problemsOf(load: () => unknown): readonly string[] {
  try {
    load();
  } catch (error) {
    if (error instanceof PolicyFileError) return error.problems;
    throw error;
  }
  throw new Error('The policy files were accepted.');
}
