import { expectNone } from './expect-none';
import { converted, writtenDistrict, type Row, type WrittenDistrict } from './written-district';

let district: WrittenDistrict;
beforeAll(() => {
  district = writtenDistrict(1200);
});
afterAll(() => district.remove());

const rowsOf = (person: Row, table: string) => district.of(table, 'id_number', person['id_number']!);
const employerRows = (person: Row) =>
  rowsOf(person, 'social_insurance').filter((row) => row['payer_type'] === 'EMPLOYER');

describe('What somebody lives by is the same in every registry', () => {
  const employed = () => district.people.filter((person) => employerRows(person).length > 0);

  it('an employed person has taxed wages of the insured amount in each of twelve months', () => {
    const working = employed().filter((person) => employerRows(person)[0]!['paid_through'] === '2018-06');
    expect(working.length).toBeGreaterThan(50);
    expectNone(
      working.filter((person) => {
        const base = employerRows(person)[0]!['base'];
        const wages = rowsOf(person, 'tax_incomes').filter((row) => row['income'] === base);
        return new Set(wages.map((row) => row['period'])).size < 12;
      }),
    );
  });

  it('a fund account is an employee’s, and the deposit is the base at both rates', () => {
    const wrong = district.rows('provident_fund').filter((account) => {
      const person = { id_number: converted(account['id_number']!) };
      const deposit =
        (Number(account['base']) * (Number(account['employer_rate']) + Number(account['own_rate']))) / 100;
      const [insured] = employerRows(person);
      return (
        Math.abs(deposit - Number(account['monthly_deposit'])) > 0.005 ||
        insured?.['base'] !== account['base'] ||
        insured?.['employer'] !== account['employer']
      );
    });
    expectNone(wrong);
  });

  it('an employer stands in the register of businesses under the same name', () => {
    const wrong = district.rows('social_insurance').filter(({ employer, employer_credit_code: code }) => {
      const [business] = code ? district.of('businesses', 'credit_code', code) : [];
      return employer !== '' && business?.['name'] !== employer;
    });
    expectNone(wrong);
  });

  it('who declares wages beside an employer, and bears no trap, declares the insured wage', () => {
    const declared = employed().filter(
      (person) => person['declared_wages'] && employerRows(person)[0]!['base'] === person['declared_wages'],
    );
    expect(declared.length).toBeGreaterThan(30);
  });

  it('whoever insures themselves operates a small business', () => {
    const traders = district.people.filter((person) =>
      rowsOf(person, 'social_insurance').some((row) => row['payer_type'] === 'SELF_EMPLOYED'),
    );
    expect(traders.length).toBeGreaterThan(30);
    expectNone(
      traders.filter(
        (person) =>
          !rowsOf(person, 'business_roles').some(
            (role) =>
              role['role'] === 'OPERATOR' &&
              district.of('businesses', 'credit_code', role['credit_code']!)[0]?.['entity_type'] ===
                'INDIVIDUAL',
          ),
      ),
    );
  });

  it('a member declares the benefits that social insurance pays', () => {
    const wrong = district.members.filter((person) => {
      const paid = rowsOf(person, 'social_insurance_benefits').at(-1);
      return (
        paid !== undefined &&
        rowsOf(person, 'deaths').length === 0 &&
        rowsOf(person, 'residents').every((row) => row['status'] === 'ACTIVE') &&
        Number(person['declared_transfer']) < Number(paid['monthly_amount'])
      );
    });
    expectNone(wrong);
  });
});
