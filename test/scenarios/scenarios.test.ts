import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openTrial, type Trial } from '../../gateway/trials/open-trial';
import { readCase, type Expectation } from '../../gateway/trials/read-case';
import { caseFiles, runCase } from '../../gateway/trials/run-scenarios';
import { ruleCodes } from '../../subgraphs/eligibility/engine/rules/rule-code';
import { testLogger } from '../support/test-logger';

jest.setTimeout(30_000);

const files = caseFiles(__dirname);

describe('The worked case', () => {
  let trial: Trial;
  beforeAll(async () => {
    trial = await openTrial({ logger: testLogger });
  });
  afterAll(() => trial.close());

  it.each(files)('%s holds', async (file) => {
    expect(await runCase(trial, __dirname, file)).toEqual({ file, failures: [], warnings: [] });
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
