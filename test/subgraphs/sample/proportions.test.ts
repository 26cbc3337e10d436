import { converted, writtenDistrict, type WrittenDistrict } from './written-district';

/** The report of 2018 on the district's checks: of households the percentage, and people a household. */
const programs: readonly (readonly [string, number, number])[] = [
  ['MINIMUM_LIVING_ALLOWANCE', 70.0, 2.53],
  ['TEMPORARY_ASSISTANCE', 19.3, 3.71],
  ['MEDICAL_ASSISTANCE', 4.5, 3.24],
  ['SPECIAL_HARDSHIP_SUPPORT', 4.8, 1.13],
  ['HOUSING_ASSISTANCE', 1.3, 2.84],
];

let district: WrittenDistrict;
beforeAll(() => {
  district = writtenDistrict(2000);
});
afterAll(() => district.remove());

describe('Of 2,000 sample households', () => {
  it.each(programs)('%s has about %d %% of the applications', (program, percent) => {
    const share = district.of('households', 'program', program).length / 20;
    expect(Math.abs(share - percent)).toBeLessThan(2.5);
  });

  it.each(programs)('an application for %s (%d %%) has about %d members', (program, percent, expected) => {
    const households = district.of('households', 'program', program).length;
    const members = district.members.filter((row) => district.household(row)['program'] === program);
    // The few households of the small programs scatter more.
    expect(Math.abs(members.length / households - expected)).toBeLessThan(percent < 5 ? 0.4 : 0.2);
  });

  it.each([
    ['vehicles', 'owner_id_number', 11.19],
    ['business_roles', 'id_number', 3.67],
    ['provident_fund', 'id_number', 2.01],
  ])('%s knows about as many people by %s as the city found in 2016: %d %%', (table, column, percent) => {
    const found = new Set(district.rows(table).map((row) => converted(row[column]!)));
    const share = (100 * found.size) / district.people.length;
    expect(Math.abs(share - percent)).toBeLessThan(1.5);
  });

  it('nearly everybody has allowed to be looked up', () => {
    const inForce = district.members.filter(({ id_number, household_id }) =>
      district
        .of('authorisations', 'id_number', id_number!)
        .some(
          (row) =>
            row['household_id'] === household_id &&
            row['program'] === district.household(row)['program'] &&
            !row['withdrawn_on'] &&
            !row['valid_until'],
        ),
    );
    const share = inForce.length / district.members.length;
    expect(share).toBeGreaterThan(0.96);
    expect(share).toBeLessThan(1);
  });
});
