import {
  familiesOfHalfYear,
  lastApplication,
} from '../../../../gateway/trials/half-year/families-of-half-year';
import { publishedTable, totalOf } from '../../../../gateway/trials/half-year/published-table';
import { programs } from '../../../../subgraphs/sample/families/programs';
import { exchangeFiles } from '../../../../subgraphs/sample/registries';
import { smallSeed, smallTable } from './small-table';

describe('The families of the published half-year', () => {
  const families = familiesOfHalfYear(publishedTable, 20181);

  it.each(Object.entries(publishedTable))('are as many with as many people: %s', (program, checks) => {
    const ofProgram = families.filter(({ application }) => application.program === program);
    const persons = ofProgram.reduce((sum, { members }) => sum + members.length, 0);
    expect({ households: ofProgram.length, persons }).toEqual(checks);
  });

  it('are 3,238 with 8,822 people, of all programs', () => {
    expect(totalOf(publishedTable)).toEqual({ households: 3238, persons: 8822 });
    expect(Object.keys(publishedTable)).toEqual(Object.keys(programs));
    expect(new Set(families.map(({ application }) => application.householdId)).size).toBe(3238);
  });

  it('apply from the first working days to mid June, a part of them each month', () => {
    const days = families.map(({ application }) => application.appliedOn);
    expect(days).toEqual([...days].sort());
    expect(days[0]! >= '2018-01-02' && days.at(-1)! <= lastApplication).toBe(true);
    for (const month of ['01', '02', '03', '04', '05', '06']) {
      expect(days.filter((day) => day.startsWith(`2018-${month}`)).length).toBeGreaterThan(200);
    }
  });
});

describe('A family of a half-year', () => {
  it.each([
    ['tax_incomes.csv', 'period'],
    ['social_insurance.csv', 'paid_through'],
    ['provident_fund.csv', 'paid_through'],
    ['residents.csv', 'cancelled_on'],
  ])('has nothing in %s that came after its application', (name, column) => {
    const file = exchangeFiles.find((one) => one.name === name)!;
    const place = file.columns.indexOf(column);
    const later = familiesOfHalfYear(smallTable, smallSeed).flatMap((family) =>
      file.rows(family).filter((row) => String(row[place] ?? '') > family.application.appliedOn),
    );
    expect(later).toEqual([]);
  });
});
