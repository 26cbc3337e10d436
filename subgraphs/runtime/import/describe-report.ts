import { formatInstant } from '../../../schema/values/instant';
import { describeProblem } from './describe-problem';
import type { FileReport } from './file-report';

/** What a person at the terminal is told of a file. */
export interface Description {
  /** A line for each problem that is told, for the standard error. */
  readonly problems: readonly string[];
  /** The line that tells what became of the file. */
  readonly outcome: string;
}

export function describeReport(report: FileReport): Description {
  const { file, problems, problemCount } = report;
  const lines = problems.map((problem) => describeProblem(file, problem));
  const more = problemCount - problems.length;
  return {
    problems: more > 0 ? [...lines, `${file}: and ${counted(more)} more`] : lines,
    outcome: `${file}: ${outcomeOf(report)}`,
  };
}

function outcomeOf({ isFilled, rows, written, department, registry, asOf, ...report }: FileReport): string {
  if (!isFilled || !asOf) return `nothing imported, ${counted(report.problemCount, 'problem')}`;
  const taken = written === rows ? counted(rows, 'row') : `${counted(written)} of ${counted(rows, 'row')}`;
  const rest = report.rejectedFile === undefined ? '' : `; the others are in ${report.rejectedFile}`;
  return `${taken}, ${department} ${registry}, as of ${formatInstant(asOf)}${rest}`;
}

function counted(count: number, thing?: string): string {
  const number = count.toLocaleString('en');
  return thing === undefined ? number : `${number} ${thing}${count === 1 ? '' : 's'}`;
}
