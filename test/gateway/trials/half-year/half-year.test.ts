import { differences } from '../../../../gateway/trials/half-year/counted-half-year';
import { familiesOfHalfYear } from '../../../../gateway/trials/half-year/families-of-half-year';
import { makeHalfYear, type HalfYear } from '../../../../gateway/trials/half-year/make-half-year';
import { loadClocks } from '../../../../subgraphs/verification/clocks/load-clocks';
import { smallSeed, smallTable } from './small-table';

// Twelve families are verified in some seconds, and in more where other suites keep the machine busy.
jest.setTimeout(60_000);

describe('A half-year of twelve families', () => {
  let halfYear: HalfYear;

  beforeAll(async () => {
    // The registry is away when the first of them is verified.
    const [first] = familiesOfHalfYear(smallTable, smallSeed);
    const on = loadClocks().workingDays.onOrAfter(first!.application.appliedOn);
    const outage = { on, table: 'vehicles', hours: 2 };
    halfYear = await makeHalfYear({
      ...{ table: smallTable, seed: smallSeed, outage },
      ...{ env: {}, keep: null, idleAnswers: 1 },
    });
  });

  it('is counted as its table has it', () => {
    expect(differences(halfYear.statistics, smallTable)).toEqual([]);
  });

  it('has a decision for everybody', () => {
    expect(halfYear.cases).toHaveLength(12);
    expect(halfYear.cases.filter(({ hasEnded }) => !hasEnded)).toEqual([]);
  });

  it('has one family that waited for a silent registry, which answered in the end', () => {
    expect(halfYear.cases.filter(({ wasAskedAgain }) => wasAskedAgain)).toEqual([halfYear.cases[0]]);
    expect(halfYear.statistics.silentRegistries.map(({ registry }) => registry)).not.toContain('vehicles');
  });

  it('has an outcome for everybody', () => {
    const { outcomes } = halfYear.statistics;
    expect(outcomes.reduce((sum, { households }) => sum + households, 0)).toBe(12);
  });
});

describe('A half-year that was counted otherwise than its table', () => {
  it('is told by program and number', () => {
    const programs = Object.entries(smallTable).map(([program, checks]) => ({ program, ...checks }));
    const counted = {
      programs: programs.filter(({ program }) => program !== 'HOUSING_ASSISTANCE'),
      total: { households: 11, persons: 33 },
      ...{ outcomes: [], findings: [], silentRegistries: [] },
    } as unknown as HalfYear['statistics'];
    expect(differences(counted, smallTable)).toEqual([
      'HOUSING_ASSISTANCE: no households, expected 1',
      'HOUSING_ASSISTANCE: no persons, expected 4',
      'together: 11 households, expected 12',
    ]);
  });
});
