import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../../schema/package-root';
import { PolicyFileError } from '../../../../subgraphs/eligibility/policies/policy-problems';
import { loadClocks } from '../../../../subgraphs/verification/clocks/load-clocks';

const own = join(packageRoot, 'subgraphs/verification/clocks');

/** What stops the start when one place of one file is written otherwise. */
function problemsWith(file: string, written: string | RegExp, instead: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'clocks-'));
  try {
    cpSync(own, folder, { recursive: true });
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(written, instead);
    expect(changed).not.toBe(text);
    writeFileSync(join(folder, file), changed);
    loadClocks(folder);
  } catch (error) {
    if (error instanceof PolicyFileError) return error.problems;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
  throw new Error('the files were accepted');
}

describe('A file of the clocks stops the start', () => {
  test.each<[string, string, string | RegExp, string, string]>([
    [
      'a worked day that is no weekend',
      'holidays/2018.yaml',
      '2018-02-11',
      '2018-02-12',
      'notices.0.holidays.1.worked.0: it is no Saturday or Sunday, expected a day of a weekend',
    ],
    [
      'a holiday that ends before it begins',
      'holidays/2018.yaml',
      'to: 2018-02-21',
      'to: 2018-02-12',
      'notices.0.holidays.1.to: it is before 2018-02-15, the first day, expected that day or later',
    ],
    [
      'a day of another year',
      'holidays/2018.yaml',
      'from: 2018-06-18, to: 2018-06-18',
      'from: 2019-06-17, to: 2019-06-17',
      "notices.0.holidays.4.from: it is no day of 2018's holidays, expected 2017-12-25 to 2018-12-31",
    ],
    [
      'a day that is off and worked',
      'holidays/2018.yaml',
      'worked: [2018-04-08]',
      'worked: [2018-04-07]',
      'notices: 2018-04-07 is a holiday and worked, expected one of both',
    ],
    [
      'a source that is no notice',
      'holidays/2018.yaml',
      'https://www.gov.cn/',
      'https://example.org/',
      'notices.0.source: it is no such code, expected the address of the notice at https://www.gov.cn/',
    ],
    [
      'an unknown key',
      'holidays/2018.yaml',
      'announcedOn',
      'announced',
      'notices.0.announced: there is no such key, expected one of document, announcedOn, source, holidays',
    ],
    [
      'a unit that there is not',
      'deadlines.yaml',
      'unit: working-days',
      'unit: workdays',
      'deadlines.start.unit: there is no such unit, expected one of working-days, days, months',
    ],
    [
      'no time at all',
      'deadlines.yaml',
      'value: 3',
      'value: 0',
      'deadlines.start.value: it is 0, expected 1 or more',
    ],
    [
      'a class that there is not',
      'rechecks.yaml',
      'MONTHLY',
      'WEEKLY',
      'editions.0.unemployedInTown: there is no such re-check class, expected one of YEARLY, HALF_YEARLY, QUARTERLY, MONTHLY',
    ],
    [
      'two editions of one day',
      'rechecks.yaml',
      '2021-07-01',
      '2016-05-01',
      'editions.1.effectiveFrom: another starts on that day too, expected a day of its own',
    ],
  ])('for %s', (_, file, written, instead, problem) => {
    expect(problemsWith(file, written, instead)).toContain(`${file}: ${problem}`);
  });

  test('for a deadline that is missing', () => {
    expect(problemsWith('deadlines.yaml', / {2}checkStart:[^]*?(?= {2}# Chongqing)/, '')).toEqual([
      'deadlines.yaml: deadlines.checkStart: it is missing, expected a mapping of from, value, unit, document, article, effectiveFrom, assumed',
    ]);
  });

  test('where two years’ notices contradict each other around New Year', () => {
    expect(
      problemsWith(
        'holidays/2018.yaml',
        '{ name: 元旦, from: 2018-01-01',
        '{ name: 年末, from: 2018-12-29, to: 2018-12-29 }\n      - { name: 元旦, from: 2018-01-01',
      ),
    ).toEqual(['holidays/2018.yaml: a holiday of it is worked by 2019.yaml, expected one']);
  });

  test('where there are no years', () => {
    const folder = mkdtempSync(join(tmpdir(), 'clocks-'));
    try {
      expect(() => loadClocks(folder)).toThrow('holidays: it is empty, expected YEAR.yaml');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
