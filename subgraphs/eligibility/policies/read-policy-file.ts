import { readFileSync } from 'node:fs';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { PolicyProblems } from './policy-problems';

/**
 * Reads one YAML file of a form. Null where anything in it is wrong; `problems` then holds all of it under `name`.
 * YAML 1.2 reads days and months as text, so that they are what was written.
 */
export function readPolicyFile<T>(
  path: string,
  name: string,
  form: z.ZodType<T>,
  problems: PolicyProblems,
): T | null {
  const text = textOf(path);
  if (text === null) {
    problems.add(name, '', 'it cannot be read, expected a file');
    return null;
  }
  const content = contentOf(text, (place, problem) => problems.add(name, place, problem));
  if (content === undefined) return null;
  const { data, error } = form.safeParse(content);
  for (const issue of error?.issues ?? []) tellIssue(name, issue, problems);
  return data ?? null;
}

/** What a text says as YAML; undefined where it is reported to be none, or to say nothing. */
function contentOf(text: string, report: (place: string, problem: string) => void): unknown {
  const lines = new LineCounter();
  const yaml = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const faults = [...yaml.errors, ...yaml.warnings];
  for (const { code, message, pos } of faults) {
    const { line, col } = lines.linePos(pos[0]);
    report(`line ${line}, column ${col}`, toldFault(code, message));
  }
  if (faults.length > 0) return undefined;
  try {
    const content: unknown = yaml.toJS();
    if (content !== null) return content;
    report('', 'it is empty, expected a mapping of keys to values');
  } catch (error) {
    // An alias without its anchor is found only here.
    report('', toldFault('', (error as Error).message));
  }
  return undefined;
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

function toldFault(code: string, message: string): string {
  return code === 'DUPLICATE_KEY'
    ? 'this key was given before, expected every key once'
    : `it is no YAML (${message}), expected YAML 1.2`;
}

/** One line for every key that is too much. */
function tellIssue(name: string, issue: z.core.$ZodIssue, problems: PolicyProblems): void {
  const tooMany = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [key]) : [[]];
  for (const key of tooMany) {
    problems.add(name, [...issue.path, ...key].map(String).join('.'), issue.message);
  }
}
