import { differences } from '../../../../gateway/trials/half-year/counted-half-year';
import { makeHalfYear, type HalfYear } from '../../../../gateway/trials/half-year/make-half-year';
import type { Table } from '../../../../gateway/trials/half-year/published-table';
import { hasEnded } from '../../../../gateway/trials/half-year/run-half-year';

/** Twelve families, by the code that makes the three thousand of the published table. */
const table: Table = {
  MINIMUM_LIVING_ALLOWANCE: { households: 5, persons: 13 },
  TEMPORARY_ASSISTANCE: { households: 3, persons: 11 },
  MEDICAL_ASSISTANCE: { households: 1, persons: 3 },
  SPECIAL_HARDSHIP_SUPPORT: { households: 2, persons: 2 },
  HOUSING_ASSISTANCE: { households: 1, persons: 4 },
};

jest.setTimeout(60_000);

describe('A half-year of twelve families', () => {
  let halfYear: HalfYear;

  beforeAll(async () => {
    halfYear = await makeHalfYear({ table, seed: 5, env: {}, keep: null, idleAnswers: 2 });
  });

  it('is counted as its table has it', () => {
    expect(differences(halfYear.statistics, table)).toEqual([]);
  });

  it('has a decision for everybody', () => {
    expect(halfYear.cases.map((whom) => [whom.standing.id, hasEnded(whom)])).toEqual(
      halfYear.cases.map((whom) => [whom.standing.id, true]),
    );
  });

  it('has families whose findings were visited, and outcomes that sum to all', () => {
    const { outcomes } = halfYear.statistics;
    expect(outcomes.reduce((sum, { households }) => sum + households, 0)).toBe(12);
    expect(halfYear.cases.some(({ standing }) => standing.version > 10)).toBe(true);
  });
});
