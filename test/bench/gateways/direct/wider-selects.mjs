import { assets as ruled, registrations as ruledRegistrations } from '../../eligibility/registry-selects.mjs';

/** A statement that reads more columns of the same rows. */
const wider = (statement, columns) => (places) => statement(places).replace(' FROM ', `, ${columns} FROM `);

/** A registry whose rows are told as they come: a profile shows more of them than a record of the rules has. */
function widened(registry, columns) {
  const lists = Object.fromEntries(
    Object.entries(registry.lists).map(([name, statement]) => [
      name,
      columns[name] ? wider(statement, columns[name]) : statement,
    ]),
  );
  return { ...registry, lists, record: undefined };
}

/** What the rules read of assets and what a profile shows beside it, in one statement a registry. */
export const assets = {
  vehicles: widened(ruled.vehicles, {
    records:
      'plate_type AS plateType, brand_model AS brandModel, use_nature AS useNature, ' +
      'first_registered_on AS firstRegisteredOn',
  }),
  realEstate: widened(ruled.realEstate, {
    records: 'certificate_no AS certificateNumber, registered_on AS registeredOn, encumbrances',
  }),
  providentFund: widened(ruled.providentFund, { records: 'employer, base, balance' }),
  presaleContracts: widened(ruled.presaleContracts, {
    records:
      'contract_no AS contractNumber, project, room, floor_area AS floorArea, price, filed_on AS filedOn',
  }),
};

/** The same of registrations; marriages and deaths are read together. */
export const registrations = {
  assistanceRolls: widened(ruledRegistrations.assistanceRolls, {
    records: 'division_code AS divisionCode, monthly_amount AS monthlyAmount',
  }),
  residents: widened(ruledRegistrations.residents, {
    records:
      'household_book_no AS householdBookNumber, relation_to_head AS relationToHead, residence, ' +
      'registered_address AS registeredAddress, moved_in_on AS movedInOn, cancelled_on AS cancelledOn',
  }),
  businesses: widened(ruledRegistrations.businesses, {
    records:
      'scope, address, registered_capital AS registeredCapital, established_on AS establishedOn, ' +
      'deregistered_on AS deregisteredOn, employees',
  }),
  socialInsurance: widened(ruledRegistrations.socialInsurance, {
    records: 'insurance_type AS insuranceType, employer, employer_credit_code AS employerCreditCode',
  }),
  taxes: widened(ruledRegistrations.taxes, { records: 'withholder, tax_paid AS taxPaid' }),
  enrolments: widened(ruledRegistrations.enrolments, {
    records: 'school, boarding, annual_aid AS annualAid',
  }),
  publicRentals: widened(ruledRegistrations.publicRentals, {
    records: 'lease_no AS leaseNumber, address, floor_area AS floorArea, monthly_rent AS monthlyRent',
  }),
  housingWorks: widened(ruledRegistrations.housingWorks, {
    records: 'amount, completed_on AS completedOn',
  }),
  resettlement: {
    department: 'water-resources',
    registries: ['resettlement'],
    cityAlone: true,
    holder: 'person',
    lists: {
      records: (places) =>
        'SELECT person_id AS person, name, record_id AS recordId, reservoir, mode, annual_amount AS annualAmount, ' +
        `from_date AS \`from\`, to_date AS \`to\` FROM resettlements WHERE person_id IN (${places})`,
    },
  },
};

/** The records of the rules are made of the same rows. */
export const ruledRecords = {
  vehicles: ruled.vehicles.record,
  businesses: ruledRegistrations.businesses.record,
  enrolments: ruledRegistrations.enrolments.record,
};

export const marriageColumns = {
  ofMarriages: ', certificate_no AS certificateNumber, office',
  ofDeaths: ', died_on AS diedOn, cremated_on AS crematedOn, source',
};
