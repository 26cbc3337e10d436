import { readCase, UnreadableCase } from '../../../gateway/trials/read-case';
import { allRegistries } from '../../support/district';
import { syntheticIdNumber } from '../../schema/values/synthetic-id-number';

const [wife, husband, brother, stranger] = ['1966-03-15', '1963-09-08', '1970-01-01', '1990-05-05'].map(
  (birth) => syntheticIdNumber(birth, '002'),
) as [string, string, string, string];

const assessment = { program: 'MINIMUM_LIVING_ALLOWANCE', on: '2018-06-11', outcome: 'MEETS' };

const whole = {
  title: 'a couple',
  rule: 'INCOME',
  household: 'H1',
  registries: {
    members: [
      { id_number: wife, role: 'MEMBER' },
      { id_number: brother, role: '法定义务人' },
      { id_number: husband, role: '家庭成员' },
    ],
  },
  expect: [assessment],
};

function problemsOf(text: string): readonly string[] {
  try {
    readCase(text);
  } catch (error) {
    if (error instanceof UnreadableCase) return error.problems;
    throw error;
  }
  return [];
}

/** The case with this change is refused, and for these reasons. */
function expectRefused(change: Readonly<Record<string, unknown>>, ...problems: readonly unknown[]): void {
  expect(problemsOf(JSON.stringify({ ...whole, ...change }))).toEqual(problems);
}

const findings = (...people: readonly string[]) => ({
  expect: [{ ...assessment, findings: people.map((person) => ({ code: 'CODE', effect: 'NOTE', person })) }],
});

describe('Reading a case', () => {
  it('names people by their places among those of their role', () => {
    const { case: read } = readCase(JSON.stringify({ ...whole, ...findings(husband, brother, wife) }));
    expect(read.expect[0]?.findings.map(({ place }) => place)).toEqual(['member 2', 'obligor 1', 'member 1']);
  });

  it('reads silent registries and the age of data', () => {
    const more = { silent: ['assets.realEstate'], as_of: { vehicles: '2018-06-11T09:00:00+08:00' } };
    const { case: read } = readCase(JSON.stringify({ ...whole, ...more }));
    expect(read.silent).toEqual(['real_estate']);
    expect(read.asOf).toEqual(new Map([['vehicles', new Date('2018-06-11T01:00:00Z')]]));
  });

  it('tells keys that it does not know and passes them over, but for a case’s calculation', () => {
    const { unknownKeys } = readCase(
      JSON.stringify({ ...whole, arithmetic: '1 + 1 = 2', remark: '', slient: [] }),
    );
    expect(unknownKeys).toEqual(['remark', 'slient']);
  });

  it('refuses what is not JSON, or no case', () => {
    expect(problemsOf('{ "title": ')).toEqual(['the file is not JSON']);
    expect(problemsOf('[]')).toEqual(['the file: Invalid input: expected object, received array']);
  });

  it.each(['title', 'rule', 'household', 'registries', 'expect'])('refuses a case without %s', (key) =>
    expectRefused({ [key]: undefined }, `${key}: the key is missing`),
  );

  it.each(['program', 'on', 'outcome'])('refuses an assessment without %s', (key) =>
    expectRefused({ expect: [{ ...assessment, [key]: undefined }] }, `expect.0.${key}: the key is missing`),
  );

  it('refuses an unknown key inside of expect, at whatever depth', () => {
    const nested = {
      estimate: { yearly: '1.00' },
      income: { total: '1.00' },
      findings: [{ code: 'C', effect: 'NOTE', of: '' }],
    };
    expectRefused({ expect: [{ ...assessment, outcomes: 'MEETS' }] }, 'expect.0.outcomes: unknown key');
    expectRefused(
      { expect: [{ ...assessment, ...nested }] },
      'expect.0.findings.0.of: unknown key',
      'expect.0.estimate.yearly: unknown key',
      'expect.0.income.total: unknown key',
    );
  });

  it('refuses an outcome, an effect, a program or a day that there is not', () => {
    const wrong = {
      program: 'LOAN',
      on: '2018-02-30',
      outcome: 'PASSES',
      findings: [{ code: 'C', effect: 'BAR' }],
    };
    expectRefused(
      { expect: [{ ...assessment, ...wrong }] },
      expect.stringMatching(/^expect\.0\.program: .*"TEMPORARY_ASSISTANCE"/),
      'expect.0.on: it is no calendar date',
      expect.stringMatching(/^expect\.0\.outcome: .*"FAILS"/),
      expect.stringMatching(/^expect\.0\.findings\.0\.effect: .*"BARS"/),
    );
  });

  it('refuses a case that expects nothing', () =>
    expectRefused({ expect: [] }, expect.stringMatching(/^expect: /)));

  it('refuses a cell that is not a string', () =>
    expectRefused(
      { registries: { vehicles: [{ plate_no: 12345 }] } },
      'registries.vehicles.0.plate_no: Invalid input: expected string, received number',
    ));

  it('refuses registries that there are not, and names those that there are', () => {
    const files = `no registry has this name; expected one of ${allRegistries.join(', ')}`;
    expectRefused(
      {
        registries: { vehicle: [] },
        silent: ['vehicles'],
        as_of: { realEstate: '2018-06-11T09:00:00+08:00' },
      },
      expect.stringMatching(/^silent\.0: no registry has this name; expected one of .*assets\.vehicles/),
      `as_of.realEstate: ${files}`,
      `registries.vehicle: ${files}`,
    );
  });

  it('refuses an instant without its zone', () =>
    expectRefused(
      { as_of: { vehicles: '2018-06-11T09:00:00' } },
      expect.stringMatching(/^as_of\.vehicles: it has no zone/),
    ));

  it('refuses a finding about nobody of the case, and tells no number', () => {
    expectRefused(
      findings(stranger),
      'expect.0.findings.0.person: none of the rows of members has this number',
    );
    expectRefused(
      findings('50019919660315'),
      expect.stringMatching(/^expect\.0\.findings\.0\.person: it has 14 characters; expected/),
    );
  });
});
