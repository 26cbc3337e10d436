// Households in the form in which the graph sends their facts, and rows for them.

const registries = {
  assets: ['vehicles', 'realEstate', 'providentFund', 'presaleContracts'],
  registrations: [
    'marriages',
    'deaths',
    'assistanceRolls',
    'residents',
    'businesses',
    'socialInsurance',
    'taxes',
    'enrolments',
    'publicRentals',
    'housingWorks',
  ],
};

const person = (id, more = {}) => ({
  person: { id },
  declaredName: id,
  basis: id === 'applicant' ? 'APPLICANT' : 'SPOUSE',
  birthDate: '1963-09-08',
  declaredIncome: { wages: '0.00', business: null, property: null, transfer: null },
  disabilityGrade: null,
  disabilityKind: null,
  residenceDivision: '500112',
  ...more,
});

/** A household of one in which every registry answered, and those named hold these rows; so do `benefits`. */
function household(
  program,
  { rows = {}, members = [person('applicant')], obligors = [], application = {} } = {},
) {
  const people = [...members, ...obligors].map((one) => one.person.id);
  const check = (registry) => ({
    asOf: '2018-07-02T00:00:00+08:00',
    subjects: people.map((id) => ({
      person: { id },
      status: JSON.stringify(rows[registry] ?? []).includes(`"id":"${id}"`) ? 'FOUND' : 'NO_RECORD',
    })),
    records: rows[registry] ?? [],
    ...(registry === 'socialInsurance' ? { benefits: rows.benefits ?? [] } : {}),
  });
  const all = (names) => Object.fromEntries(names.map((name) => [name, check(name)]));
  return {
    id: 'H1',
    residence: 'URBAN',
    application: {
      program,
      appliedOn: '2018-06-11',
      declaredRigidSpending: '50000.00',
      declaredFinancialAssets: '2000.00',
      ...application,
    },
    members,
    obligors,
    assets: all(registries.assets),
    registrations: all(registries.registrations),
  };
}

const car = (id = 'car', owner = 'applicant') => ({
  recordId: id,
  owner: { id: owner },
  plateNumber: '渝A12345',
  vehicleType: 'K33',
  statusFlags: ['A'],
  disabilityAdapted: false,
  assessedValue: null,
});

const company = {
  recordId: 'role',
  person: { id: 'applicant' },
  role: 'LEGAL_REPRESENTATIVE',
  sharePercent: null,
  business: { creditCode: 'X', name: '某公司', entityType: 'COMPANY', status: 'ACTIVE' },
};

const wagesByTax = {
  recordId: 'tax',
  person: { id: 'applicant' },
  item: 'WAGES',
  period: '2018-03',
  income: '12000.00',
};

const marriage = {
  recordId: 'marriage',
  event: 'MARRIAGE',
  registeredOn: '2000-01-01',
  parties: [
    { person: { id: 'applicant' }, inHousehold: true, deceased: false },
    { person: null, inHousehold: false, deceased: false },
  ],
};

const silent = (given, registry, namespace) => ({
  ...given,
  [namespace]: { ...given[namespace], [registry]: null },
});

/** The registry answers from data that is too old. */
const stale = (given, registry, namespace) => {
  const check = given[namespace][registry];
  const subjects = check.subjects.map((subject) => ({ ...subject, status: 'STALE' }));
  return { ...given, [namespace]: { ...given[namespace], [registry]: { ...check, subjects } } };
};

const home = (id, unitNumber, more = {}) => ({
  recordId: id,
  owner: { id: 'applicant' },
  unitNumber,
  location: `某路 ${unitNumber} 号`,
  usage: 'RESIDENTIAL',
  floorArea: 60,
  coOwnership: 'SOLE',
  sharePercent: null,
  status: 'CURRENT',
  endedOn: null,
  dangerGrade: null,
  ...more,
});

module.exports = { household, person, silent, stale, car, home, company, wagesByTax, marriage };
