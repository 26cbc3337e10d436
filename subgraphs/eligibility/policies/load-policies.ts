import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { packageRoot } from '../../../schema/package-root';
import { programs } from '../engine/facts/facts';
import { editionForm } from './edition-file';
import { checkEdition, editionOf } from './edition-of';
import { basicPensionExemptionsOf, incomeExemptionsForm } from './income-exemptions-file';
import { Policies } from './policies';
import { PolicyProblems } from './policy-problems';
import { readPolicyFile } from './read-policy-file';
import { standardsForm, standardsOf } from './standards-file';
import { inSuccession } from './succession';
import { withTrial } from './with-trial';

export interface LoadOptions {
  /** The path of one more file of an edition, to replay households under rules that are not in force. */
  readonly trial?: string;
  /** Whether an edition with `draft: true` may be loaded; never in production. */
  readonly acceptDrafts: boolean;
}

const ownFolder = join(packageRoot, 'subgraphs/eligibility/policies');
const extension = '.yaml';

/**
 * Reads the dated rules, once, at the start: `editions/PROGRAM-YEAR.yaml`, `standards.yaml` and
 * `income-exemptions.yaml` of a folder. An edition is in force to the day before the program's next one.
 *
 * A trial is in force on any day in place of all other editions of its program, and stands last.
 * @throws PolicyFileError that lists all that is wrong, by file and key.
 */
export function loadPolicies(
  folder = ownFolder,
  { trial, acceptDrafts }: LoadOptions = { acceptDrafts: false },
): Policies {
  const problems = new PolicyProblems();
  const readEdition = (path: string, name: string) => {
    const file = readPolicyFile(path, name, editionForm, problems);
    if (!file) return null;
    checkEdition(file, basename(path, extension), acceptDrafts, (place, problem) =>
      problems.add(name, place, problem),
    );
    return { file, name };
  };
  const files = editionNames(folder, problems).flatMap((name) => readEdition(join(folder, name), name) ?? []);
  const trialFile = trial === undefined ? null : readEdition(trial, trial)?.file;
  const standards = readOne(folder, 'standards.yaml', standardsForm, standardsOf, problems);
  const exemptions = readOne(
    folder,
    'income-exemptions.yaml',
    incomeExemptionsForm,
    basicPensionExemptionsOf,
    problems,
  );
  const successive = programs.flatMap((program) =>
    inSuccession(
      files.filter(({ file }) => file.program === program).map(({ file, name }) => ({ ...file, name })),
      ({ name }, key, problem) => problems.add(name, key, problem),
    ),
  );
  problems.throwIfAny();
  const editions = successive.map(({ name: _, ...file }) => editionOf(file));
  return new Policies(
    trialFile ? withTrial(editions, editionOf(trialFile)) : editions,
    standards ?? [],
    exemptions ?? [],
  );
}

/** The names of the editions' files. Reports what is none, and a program that has none. */
function editionNames(folder: string, problems: PolicyProblems): readonly string[] {
  const names = filesIn(join(folder, 'editions'));
  const editions = names.filter((name) => name.endsWith(extension));
  for (const name of names.filter((other) => !editions.includes(other))) {
    problems.add(`editions/${name}`, '', `it is no edition, expected PROGRAM-YEAR${extension}`);
  }
  // A file has to begin with its program, so that its name tells even where the file cannot be read.
  for (const program of programs.filter((known) => !editions.some((name) => name.startsWith(`${known}-`)))) {
    problems.add('editions', '', `${program} has none, expected ${program}-YEAR${extension}`);
  }
  return editions.map((name) => `editions/${name}`);
}

/** None where there is no such folder: then every program lacks its editions. */
function filesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

function readOne<F, T>(
  folder: string,
  name: string,
  form: z.ZodType<F>,
  entriesOf: (file: F, report: (place: string, problem: string) => void) => T,
  problems: PolicyProblems,
): T | null {
  const file = readPolicyFile(join(folder, name), name, form, problems);
  return file && entriesOf(file, (place, problem) => problems.add(name, place, problem));
}
