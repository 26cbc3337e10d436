import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exchangeFiles } from '../../../subgraphs/sample/registries';

/** The columns of all registries, as agreed with the departments. */
const agreed: Readonly<Record<string, string>> = {
  households:
    'household_id application_no program applied_on division_code address residence cause declared_rigid_spending declared_financial_assets',
  members:
    'household_id id_number name former_name role relation basis declared_wages declared_business declared_property declared_transfer disability_grade disability_kind residence_division',
  authorisations: 'authorisation_no household_id id_number program signed_on valid_until withdrawn_on',
  marriages:
    'record_id event certificate_no registered_on party_a_id_number party_a_name party_b_id_number party_b_name office',
  deaths: 'record_id id_number name died_on cremated_on source',
  assistance_rolls:
    'record_id household_id id_number name program division_code status from_date to_date monthly_amount',
  residents:
    'record_id id_number name former_name sex household_book_no relation_to_head residence registered_address division_code status moved_in_on cancelled_on',
  vehicles:
    'record_id owner_id_number owner_name plate_no plate_type vehicle_type brand_model use_nature first_registered_on status_flags disability_adapted assessed_value',
  businesses:
    'credit_code name entity_type scope address registered_capital established_on status deregistered_on employees',
  business_roles: 'record_id credit_code id_number name role share_percent',
  real_estate:
    'record_id owner_id_number owner_name unit_no certificate_no location usage floor_area co_ownership share_percent status registered_on ended_on danger_grade encumbrances',
  provident_fund:
    'record_id id_number name employer base employer_rate own_rate monthly_deposit paid_through balance account_status',
  social_insurance:
    'record_id id_number name insurance_type status payer_type employer employer_credit_code base paid_through',
  social_insurance_benefits: 'record_id id_number name kind monthly_amount basic_part month',
  tax_incomes: 'record_id id_number name item withholder period income tax_paid',
  presale_contracts:
    'record_id buyer_id_number buyer_name contract_no project room floor_area price signed_on filed_on revoked_on',
  public_rentals:
    'record_id tenant_id_number tenant_name lease_no address floor_area monthly_rent lease_from lease_to',
  housing_works: 'record_id id_number name kind location danger_grade amount completed_on',
  resettlements: 'record_id id_number name reservoir mode annual_amount from_date to_date',
  enrolments:
    'record_id id_number name school stage school_kind full_time status boarding annual_fees annual_aid',
};

const written = Object.fromEntries(exchangeFiles.map(({ name, columns }) => [name, [...columns]]));

describe('The exchange files of a sample', () => {
  it('are those of all registries, with the agreed columns', () => {
    const expected = Object.entries(agreed).map(([table, columns]) => [`${table}.csv`, columns.split(' ')]);
    expect(written).toEqual(Object.fromEntries(expected));
  });

  it('have the columns that the departments of this installation say they take', () => {
    const docs = readFileSync(join(__dirname, '../../../subgraphs/EXCHANGE-FILES.md'), 'utf8');
    const documented = new Map(
      docs
        .split(/^## /m)
        .slice(1)
        .map((section) => {
          const [file = ''] = section.split(' ');
          const columns = [...section.matchAll(/^\| ([a-z_]+)\??/gm)].map(([, column]) => column);
          return [file, columns.slice(1)] as const;
        }),
    );
    // A registry for which no sample is written stands empty until its department sends a file.
    for (const [file, columns] of Object.entries(written)) {
      expect([file, documented.get(file)]).toEqual([file, columns]);
    }
  });
});
