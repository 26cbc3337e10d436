import { parseCreditCode } from '../../../schema/values/credit-code';
import { parseUnitNumber } from '../../../schema/values/unit-number';
import { expectNone } from './expect-none';
import { writtenDistrict, type Row, type WrittenDistrict } from './written-district';

let district: WrittenDistrict;
beforeAll(() => {
  district = writtenDistrict(1000);
});
afterAll(() => district.remove());

const rowsOf = (person: Row, table: string) => district.of(table, 'id_number', person['id_number']!);

describe('Homes, businesses and schools', () => {
  it('a home that was sold has a next owner from the day of the sale', () => {
    const ended = district.rows('real_estate').filter((row) => row['status'] === 'HISTORIC');
    expect(ended.length).toBeGreaterThan(10);
    expectNone(
      ended.filter(
        (title) =>
          !district
            .of('real_estate', 'unit_no', title['unit_no']!)
            .some(
              (row) =>
                row['status'] === 'CURRENT' &&
                row['registered_on'] === title['ended_on'] &&
                row['owner_id_number'] !== title['owner_id_number'],
            ),
      ),
    );
  });

  it('a unit is in one place, and is jointly owned where it has two current titles', () => {
    const wrong = district.rows('real_estate').filter((title) => {
      const sharing = district
        .of('real_estate', 'unit_no', title['unit_no']!)
        .filter((row) => row['status'] === 'CURRENT');
      return (
        sharing.some((row) => row['location'] !== title['location']) ||
        (sharing.length > 1 && title['co_ownership'] !== 'JOINT')
      );
    });
    expectNone(wrong);
  });

  it('credit codes and unit numbers hold by their standards', () => {
    for (const { credit_code } of district.rows('businesses')) parseCreditCode(credit_code!);
    for (const { unit_no } of district.rows('real_estate')) parseUnitNumber(unit_no!);
    expectNone(
      district
        .rows('business_roles')
        .filter((row) => district.of('businesses', 'credit_code', row['credit_code']!).length !== 1),
    );
  });

  it('children are at the school of their age', () => {
    const ages: Readonly<Record<string, readonly [number, number]>> = {
      PRESCHOOL: [3, 5],
      PRIMARY: [6, 11],
      JUNIOR_SECONDARY: [12, 14],
      SENIOR_SECONDARY: [15, 17],
      VOCATIONAL_SECONDARY: [15, 17],
      VOCATIONAL_COLLEGE: [18, 21],
      BACHELOR: [18, 24],
      POSTGRADUATE: [22, 24],
    };
    const wrong = district.rows('enrolments').filter(({ id_number, stage }) => {
      const number = id_number!;
      const birthday = number.slice(10, 14);
      // On 1 September 2017, when the school year began.
      const age = 2017 - Number(number.slice(6, 10)) - (birthday > '0901' ? 1 : 0);
      const [least, most] = ages[stage!]!;
      return age < least || age > most;
    });
    expectNone(wrong);
  });

  it('children of school age are at school', () => {
    const children = district.members.filter(({ id_number, basis }) => {
      const year = Number(id_number!.slice(6, 10));
      return basis === 'MINOR_CHILD' && year >= 2002 && year <= 2010;
    });
    expect(children.length).toBeGreaterThan(300);
    expectNone(children.filter((child) => rowsOf(child, 'enrolments').length !== 1));
  });

  it('parents are at least eighteen years older than their children', () => {
    const applicants = new Map(
      district.members.filter(({ basis }) => basis === 'APPLICANT').map((row) => [row['household_id'], row]),
    );
    const born = (row: Row) => Number(row['id_number']!.slice(6, 10));
    const children = district.people.filter(({ relation }) => relation === '20' || relation === '30');
    expectNone(children.filter((child) => born(child) - born(applicants.get(child['household_id'])!) < 18));
  });

  it('nobody marries before the age of marriage', () => {
    const wrong = district.rows('marriages').filter((row) => {
      const year = Number(row['registered_on']!.slice(0, 4));
      const born = (column: string) => Number(row[column]!.slice(6, 10));
      return year - born('party_a_id_number') < 22 || year - born('party_b_id_number') < 20;
    });
    expectNone(wrong);
  });
});
