import { expectNone } from './expect-none';
import { converted, writtenDistrict, type Row, type WrittenDistrict } from './written-district';

let district: WrittenDistrict;
beforeAll(() => {
  district = writtenDistrict(1000);
});
afterAll(() => district.remove());

const rowsOf = (person: Row, table: string) => district.of(table, 'id_number', person['id_number']!);
const isListed = (number: string) => district.of('members', 'id_number', converted(number)).length > 0;

describe('The registries of a sample know the same people', () => {
  const asked: readonly (readonly [string, string])[] = [
    ['authorisations', 'id_number'],
    ['assistance_rolls', 'id_number'],
    ['vehicles', 'owner_id_number'],
    ['business_roles', 'id_number'],
    ['provident_fund', 'id_number'],
    ['social_insurance', 'id_number'],
    ['social_insurance_benefits', 'id_number'],
    ['tax_incomes', 'id_number'],
    ['presale_contracts', 'buyer_id_number'],
    ['public_rentals', 'tenant_id_number'],
    ['housing_works', 'id_number'],
    ['resettlements', 'id_number'],
    ['enrolments', 'id_number'],
  ];

  it.each(asked)('%s holds members and obligors alone', (table, column) => {
    expect(district.rows(table).length).toBeGreaterThan(0);
    expectNone(district.rows(table).filter((row) => !isListed(row[column]!)));
  });

  it('an outsider is a spouse of one of them, or the next owner of a home that was one’s', () => {
    const isSpouse = (number: string) =>
      (['a', 'b'] as const).some((party) =>
        district
          .of('marriages', `party_${party}_id_number`, number)
          .some((row) => isListed(row[`party_${party === 'a' ? 'b' : 'a'}_id_number`]!)),
      );
    const isNextOwner = (number: string) =>
      district
        .of('real_estate', 'owner_id_number', number)
        .some((title) =>
          district
            .of('real_estate', 'unit_no', title['unit_no']!)
            .some((row) => row['status'] === 'HISTORIC' && isListed(row['owner_id_number']!)),
        );
    const outsiders = district.rows('residents').filter(({ id_number }) => !isListed(id_number!));
    expect(outsiders.length).toBeGreaterThan(0);
    expectNone(outsiders.filter(({ id_number }) => !isSpouse(id_number!) && !isNextOwner(id_number!)));
  });

  it('everybody is a resident somewhere, with a household book', () => {
    expectNone(district.people.filter((person) => rowsOf(person, 'residents').length === 0));
    expectNone(district.rows('residents').filter((row) => !row['household_book_no']));
  });

  it('every household book has one head at most', () => {
    const heads = district
      .rows('residents')
      .filter((row) => row['relation_to_head'] === '02')
      .map((row) => row['household_book_no']);
    expect(new Set(heads).size).toBe(heads.length);
  });

  it('every member and authorisation is of a household', () => {
    const known = (row: Row) => district.of('households', 'household_id', row['household_id']!).length === 1;
    expectNone(district.people.filter((row) => !known(row)));
    expectNone(district.rows('authorisations').filter((row) => !known(row)));
  });

  it.each([
    ['members', ['household_id', 'id_number']],
    ['authorisations', ['authorisation_no']],
    ['businesses', ['credit_code']],
    ['marriages', ['certificate_no']],
    ['vehicles', ['plate_no']],
    ['real_estate', ['certificate_no']],
  ])('no two rows of %s have the same %j', (table, columns) => {
    const keys = district.rows(table).map((row) => columns.map((column) => row[column]).join(' '));
    expect(new Set(keys).size).toBe(keys.length);
  });
});
