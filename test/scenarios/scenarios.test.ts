import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readCase, type Expectation } from '../../gateway/trials/read-case';
import { caseFiles, type CaseResult } from '../../gateway/trials/run-scenarios';
import { packageRoot } from '../../schema/package-root';
import { ruleCodes } from '../../subgraphs/eligibility/engine/rules/rule-code';

jest.setTimeout(120_000);

const files = caseFiles(__dirname);

/** What became of every case, and of the conditions of the rules meanwhile. */
interface Report {
  readonly cases: readonly CaseResult[];
  readonly conditions: number;
  readonly unseen: readonly string[];
}

// In a process of its own, since there the compiled rules are loaded so that their conditions tell what they were.
let report: Report;
beforeAll(async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['test/conditions/conditions.cjs'], {
    cwd: packageRoot,
    maxBuffer: 64 * 1024 * 1024,
  });
  report = JSON.parse(stdout) as Report;
});

describe('The worked case', () => {
  it.each(files)('%s holds', (file) => {
    expect(report.cases.find((result) => result.file === file)).toEqual({ file, failures: [], warnings: [] });
  });
});

describe('The conditions of the rules', () => {
  it('are each seen true by some case, and false by some', () => {
    expect(report.conditions).toBeGreaterThan(300);
    expect(report.unseen).toEqual([]);
  });
});

describe('The worked cases', () => {
  const expectations = files.flatMap(
    (file) => readCase(readFileSync(join(__dirname, file), 'utf8')).case.expect,
  );
  const seen = (codesOf: (expectation: Expectation) => readonly string[]) =>
    new Set(expectations.flatMap(codesOf));

  it('show each finding where it applies', () => {
    const present = seen(({ findings }) => findings.map(({ code }) => code));
    expect(ruleCodes.filter((code) => !present.has(code))).toEqual([]);
  });

  it('show each finding where it does not apply', () => {
    const absent = seen((expectation) => expectation.absent);
    expect(ruleCodes.filter((code) => !absent.has(code))).toEqual([]);
  });

  it('name no finding that there is not', () => {
    const named = seen(({ findings, absent }) => [...findings.map(({ code }) => code), ...absent]);
    expect([...named].filter((code) => !(ruleCodes as readonly string[]).includes(code))).toEqual([]);
  });

  it('show the calculation, where they are ours', () => {
    const silentOnIt = files.filter((file) => {
      const { arithmetic } = JSON.parse(readFileSync(join(__dirname, file), 'utf8')) as {
        arithmetic?: string;
      };
      return !file.startsWith('agreed/') && !arithmetic;
    });
    expect(silentOnIt).toEqual([]);
  });
});
