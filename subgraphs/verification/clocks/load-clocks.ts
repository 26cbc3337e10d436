import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../schema/package-root';
import { PolicyProblems } from '../../eligibility/policies/policy-problems';
import { readPolicyFile } from '../../eligibility/policies/read-policy-file';
import { Deadlines } from './deadlines';
import { deadlinesForm } from './deadlines-file';
import { holidaysForm, yearOfHolidays } from './holidays-file';
import { Rechecks } from './rechecks';
import { recheckEditions, rechecksForm } from './rechecks-file';
import { WorkingDays, type YearOfHolidays } from './working-days';

/** All that the verification knows of time. */
export interface Clocks {
  readonly workingDays: WorkingDays;
  readonly deadlines: Deadlines;
  readonly rechecks: Rechecks;
}

const ownFolder = join(packageRoot, 'subgraphs/verification/clocks');

/**
 * Reads `holidays/YEAR.yaml`, `deadlines.yaml` and `rechecks.yaml` of a folder, once, at the start.
 * @throws PolicyFileError that lists all that is wrong, by file and key.
 */
export function loadClocks(folder = ownFolder): Clocks {
  const problems = new PolicyProblems();
  const years = holidayFiles(folder, problems).flatMap((name) => readYear(folder, name, problems) ?? []);
  const deadlines = readPolicyFile(join(folder, 'deadlines.yaml'), 'deadlines.yaml', deadlinesForm, problems);
  const rechecks = readPolicyFile(join(folder, 'rechecks.yaml'), 'rechecks.yaml', rechecksForm, problems);
  const editions =
    rechecks && recheckEditions(rechecks, (place, problem) => problems.add('rechecks.yaml', place, problem));
  checkAcrossYears(years, problems);
  problems.throwIfAny();
  if (!deadlines || !rechecks || !editions) throw new Error('a file that cannot be read is a problem');
  const workingDays = new WorkingDays(years);
  return {
    workingDays,
    deadlines: new Deadlines(deadlines.deadlines, workingDays),
    rechecks: new Rechecks(editions, rechecks.measures),
  };
}

/** Names of the years' files. Reports what is none, and that there is none at all. */
function holidayFiles(folder: string, problems: PolicyProblems): readonly string[] {
  const holidays = join(folder, 'holidays');
  const names = existsSync(holidays) ? readdirSync(holidays).sort() : [];
  if (names.length === 0) problems.add('holidays', '', 'it is empty, expected YEAR.yaml');
  for (const name of names.filter((one) => !isYearFile(one))) {
    problems.add(`holidays/${name}`, '', 'it is no year, expected YEAR.yaml');
  }
  return names.filter(isYearFile);
}

function isYearFile(name: string): boolean {
  return /^\d{4}\.yaml$/.test(name);
}

function readYear(folder: string, name: string, problems: PolicyProblems): YearOfHolidays | null {
  const path = `holidays/${name}`;
  const file = readPolicyFile(join(folder, path), path, holidaysForm, problems);
  const year = Number(name.slice(0, 4));
  return file && yearOfHolidays(year, file, (place, problem) => problems.add(path, place, problem));
}

/** Around New Year two years' notices speak of the same days, and must not contradict each other. */
function checkAcrossYears(years: readonly YearOfHolidays[], problems: PolicyProblems): void {
  for (const { year, off } of years) {
    const other = years.find((one) => one.year !== year && [...one.worked].some((day) => off.has(day)));
    if (other) {
      problems.add(
        `holidays/${year}.yaml`,
        '',
        `a holiday of it is worked by ${other.year}.yaml, expected one`,
      );
    }
  }
}
