import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { redactIdNumbers } from '../../schema/values/id-number';
import { UsageError } from '../../subgraphs/runtime/import/usage-error';
import { assessCase } from './assess-case';
import type { Trial } from './open-trial';
import { readCase, UnreadableCase } from './read-case';

/** What became of one case file. It passed where nothing failed. */
export interface CaseResult {
  /** The file, from the folder that was run. */
  readonly file: string;
  /** Lines of `FILE: …`, none of which holds an identity number. */
  readonly failures: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * The case files of a folder and of those in it, in order.
 * @throws UsageError for a folder that is not there or holds none.
 */
export function caseFiles(folder: string): readonly string[] {
  let files: string[];
  try {
    files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  } catch (error) {
    throw new UsageError(`${folder} cannot be read as a folder (${(error as NodeJS.ErrnoException).code})`);
  }
  const cases = files.filter((file) => file.endsWith('.json')).sort();
  if (cases.length === 0) throw new UsageError(`${folder} holds no case: a case is a .json file`);
  return cases;
}

/** Runs one case file through the graph. Whatever is wrong with the file is a failure of its case. */
export async function runCase(trial: Trial, folder: string, file: string): Promise<CaseResult> {
  const result = (failures: readonly string[], warnings: readonly string[] = []): CaseResult => ({
    file,
    failures: failures.map((line) => redactIdNumbers(`${file}: ${line}`)),
    warnings: warnings.map((line) => redactIdNumbers(`${file}: ${line}`)),
  });
  try {
    const { case: of, unknownKeys } = readCase(readFileSync(join(folder, file), 'utf8'));
    const warnings = unknownKeys.map((key) => `${key}: unknown key, which is not looked at`);
    return result(await assessCase(trial, of), warnings);
  } catch (error) {
    if (error instanceof UnreadableCase) return result(error.problems);
    // What a driver says may hold the values of a row; its code cannot.
    const { name, code } = error as Error & { readonly code?: string };
    return result([`the case could not be run: ${code ?? name}`]);
  }
}
