import type { Problem } from './problem';

/** A problem as one line: `vehicles.csv:3: owner_id_number: it has 14 characters; expected 18 digits …`. */
export function describeProblem(file: string, problem: Problem): string {
  const place = problem.line === undefined ? file : `${file}:${problem.line}`;
  return `${place}: ${describeRowProblem(problem)}`;
}

/** The same without its place, as it stands beside a rejected row. */
export function describeRowProblem({ column, what, expected }: Problem): string {
  return `${column === undefined ? '' : `${column}: `}${what}; expected ${expected}`;
}
