import type { z } from 'zod';
import { parseIdNumber, type IdNumber } from '../../schema/values/id-number';
import { parseInstant } from '../../schema/values/instant';
import { ValueError } from '../../schema/values/value-error';
import { caseFormat, type Effect, type Row, type WrittenExpectation } from './case-format';
import { exchangeFileNames, tablesByApiName } from './registry-names';

/** Somebody of the case. A person is never named by a number but by a place, such as `member 2`. */
export interface PersonOfCase {
  readonly number: IdNumber;
  readonly place: string;
}

export interface ExpectedFinding {
  readonly code: string;
  readonly effect: Effect;
  /** The person's place; absent where the finding may be about anybody. */
  readonly place?: string;
}

export interface Expectation extends Omit<WrittenExpectation, 'findings'> {
  readonly findings: readonly ExpectedFinding[];
}

/** A worked case, ready to be run. */
export interface Case {
  readonly household: string;
  readonly people: readonly PersonOfCase[];
  /** Rows by exchange file. */
  readonly registries: Readonly<Record<string, readonly Row[]>>;
  /** The tables of the registries that cannot be asked. */
  readonly silent: readonly string[];
  readonly asOf: ReadonlyMap<string, Date>;
  readonly expect: readonly Expectation[];
}

/** A case that cannot be read, or run, with what is wrong: lines of `key: what`. */
export class UnreadableCase extends Error {
  override readonly name = 'UnreadableCase';

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
  }
}

export interface ReadCase {
  readonly case: Case;
  readonly unknownKeys: readonly string[];
}

/**
 * Reads the text of a case file.
 * @throws UnreadableCase with all that is wrong of its form, or else of the names, instants and persons in it.
 */
export function readCase(text: string): ReadCase {
  const json = parsed(text);
  const { data, error } = caseFormat.safeParse(json);
  if (!data) throw new UnreadableCase(error.issues.flatMap((issue) => described(issue, json)));
  const problems: string[] = [];
  const read: Case = {
    household: data.household,
    people: peopleOf(data.registries['members'] ?? []),
    registries: data.registries,
    silent: data.silent.flatMap((name, at) => tableOf(name, at, problems)),
    asOf: new Map(Object.entries(data.as_of).flatMap(([file, at]) => instantOf(file, at, problems))),
    expect: [],
  };
  for (const file of Object.keys(data.registries)) {
    if (!exchangeFileNames.includes(file)) problems.push(unknown(`registries.${file}`, exchangeFileNames));
  }
  const expect = data.expect.map((written, at) =>
    expectationOf(written, `expect.${at}`, read.people, problems),
  );
  if (problems.length > 0) throw new UnreadableCase(problems);
  const known = Object.keys(caseFormat.shape);
  return {
    case: { ...read, expect },
    unknownKeys: Object.keys(json as object).filter((key) => !known.includes(key)),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UnreadableCase(['the file is not JSON']);
  }
}

function described(issue: z.core.$ZodIssue, json: unknown): string[] {
  const path = issue.path.map(String);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => `${[...path, key].join('.')}: unknown key`);
  const isMissing = path.length > 0 && valueAt(json, path) === undefined;
  return [`${path.join('.') || 'the file'}: ${isMissing ? 'the key is missing' : issue.message}`];
}

function valueAt(json: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string, unknown>> | undefined)?.[key],
    json,
  );
}

function tableOf(name: string, at: number, problems: string[]): readonly string[] {
  const table = tablesByApiName.get(name);
  if (table === undefined) problems.push(unknown(`silent.${at}`, [...tablesByApiName.keys()]));
  return table === undefined ? [] : [table];
}

function instantOf(file: string, at: string, problems: string[]): readonly (readonly [string, Date])[] {
  if (!exchangeFileNames.includes(file)) {
    problems.push(unknown(`as_of.${file}`, exchangeFileNames));
    return [];
  }
  return attempt(`as_of.${file}`, problems, () => [[file, parseInstant(at)] as const]) ?? [];
}

function unknown(key: string, names: readonly string[]): string {
  return `${key}: no registry has this name; expected one of ${names.join(', ')}`;
}

/** Members and obligors in the order of their rows. A number that does not hold is the importer's to refuse. */
function peopleOf(rows: readonly Row[]): readonly PersonOfCase[] {
  const counts = new Map<string, number>();
  return rows.flatMap((row) => {
    const kind = /^(OBLIGOR|法定义务人)$/.test(row['role']?.trim() ?? '') ? 'obligor' : 'member';
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const number = attempt('', [], () => parseIdNumber(row['id_number'] ?? '').number);
    return number ? [{ number, place: `${kind} ${count}` }] : [];
  });
}

function expectationOf(
  { findings, ...written }: WrittenExpectation,
  key: string,
  people: readonly PersonOfCase[],
  problems: string[],
): Expectation {
  return {
    ...written,
    findings: findings.map(({ person, ...finding }, at) => {
      if (person === undefined) return finding;
      const place = placeOf(person, `${key}.findings.${at}.person`, people, problems);
      return place === undefined ? finding : { ...finding, place };
    }),
  };
}

function placeOf(
  person: string,
  key: string,
  people: readonly PersonOfCase[],
  problems: string[],
): string | undefined {
  const number = attempt(key, problems, () => parseIdNumber(person).number);
  if (number === undefined) return undefined;
  const place = people.find((of) => of.number === number)?.place;
  if (place === undefined) problems.push(`${key}: none of the rows of members has this number`);
  return place;
}

function attempt<T>(key: string, problems: string[], parse: () => T): T | undefined {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    problems.push(`${key}: ${error.message}; expected ${error.expected}`);
    return undefined;
  }
}
