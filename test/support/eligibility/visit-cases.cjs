// Cases of what people settled on a visit, for the rules engine alone.

const {
  car,
  company,
  household,
  marriage,
  person,
  silent,
  stale,
  wagesByTax,
} = require('./engine-households.cjs');

const allowance = 'MINIMUM_LIVING_ALLOWANCE';
const temporary = 'TEMPORARY_ASSISTANCE';
const withCar = household(temporary, { rows: { vehicles: [car()] } });
const settled = (verdict, code, more = {}) => [{ code, person: 'applicant', verdict, ...more }];

exports.visitCases = [
  {
    title: 'a vehicle that nobody has looked into is for review in temporary assistance',
    household: withCar,
    expected: { outcome: 'NEEDS_REVIEW', findings: ['VEHICLE_OWNED REVIEW'] },
  },
  {
    title: 'a confirmed vehicle bars temporary assistance',
    household: withCar,
    settled: settled('CONFIRMED', 'VEHICLE_OWNED', { recordIds: ['car'] }),
    expected: { outcome: 'FAILS', findings: ['VEHICLE_OWNED BARS'] },
  },
  {
    title: 'a refuted vehicle stays in the list as a note',
    household: withCar,
    settled: settled('REFUTED', 'VEHICLE_OWNED'),
    // (50,000 − 20,000) × 30 % = 9,000: class C, since 0 ≤ 2 × 546.
    expected: { outcome: 'MEETS', findings: ['VEHICLE_OWNED NOTE'], lumpSum: 900_000 },
  },
  {
    title: 'a verdict on another row settles nothing',
    household: withCar,
    settled: settled('REFUTED', 'VEHICLE_OWNED', { recordIds: ['other'] }),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['VEHICLE_OWNED REVIEW'] },
  },
  {
    title: 'a verdict on more rows than the finding has settles nothing',
    household: withCar,
    settled: settled('REFUTED', 'VEHICLE_OWNED', { recordIds: ['car', 'other'] }),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['VEHICLE_OWNED REVIEW'] },
  },
  {
    title: 'a verdict on somebody else’s vehicle settles nothing',
    household: withCar,
    settled: [{ code: 'VEHICLE_OWNED', person: 'somebody', verdict: 'REFUTED' }],
    expected: { outcome: 'NEEDS_REVIEW', findings: ['VEHICLE_OWNED REVIEW'] },
  },
  {
    title: 'one of two vehicles refuted leaves the other',
    household: household(allowance, { rows: { vehicles: [car('one'), car('two')] } }),
    settled: settled('REFUTED', 'VEHICLE_OWNED', { recordIds: ['one'] }),
    expected: { outcome: 'FAILS', findings: ['VEHICLE_OWNED NOTE', 'VEHICLE_OWNED BARS'] },
  },
  {
    title: 'a confirmed vehicle does not bar while its owner may be dead',
    household: silent(withCar, 'deaths', 'registrations'),
    settled: settled('CONFIRMED', 'VEHICLE_OWNED'),
    expected: { outcome: 'UNDETERMINED', findings: ['VEHICLE_OWNED UNSETTLED'] },
  },
  {
    title: 'a confirmed vehicle does not bar medical assistance while its owner may be on a roll',
    household: silent(
      household('MEDICAL_ASSISTANCE', { rows: { vehicles: [car()] } }),
      'assistanceRolls',
      'registrations',
    ),
    settled: settled('CONFIRMED', 'VEHICLE_OWNED'),
    expected: { outcome: 'UNDETERMINED', findings: ['VEHICLE_OWNED UNSETTLED'] },
  },
  {
    title: 'a confirmed company no longer holds the allowance up',
    household: household(allowance, { rows: { businesses: [company] } }),
    settled: settled('CONFIRMED', 'BUSINESS_REGISTERED'),
    expected: { outcome: 'MEETS', findings: ['BUSINESS_REGISTERED REVIEW'] },
  },
  {
    title: 'a confirmed company bars temporary assistance',
    household: household(temporary, { rows: { businesses: [company] } }),
    settled: settled('CONFIRMED', 'BUSINESS_REGISTERED'),
    expected: { outcome: 'FAILS', findings: ['BUSINESS_REGISTERED BARS'] },
  },
  {
    title: 'confirmed income above the standard bars the allowance',
    household: household(allowance, { rows: { taxes: [wagesByTax] } }),
    settled: [
      { code: 'INCOME_INDICATED_ABOVE_STANDARD', person: null, verdict: 'CONFIRMED' },
      ...settled('CONFIRMED', 'INCOME_MISMATCH'),
    ],
    // 12,000 / 12 = 1,000.00, not below 546.00.
    expected: {
      outcome: 'FAILS',
      findings: ['INCOME_INDICATED_ABOVE_STANDARD BARS', 'INCOME_MISMATCH REVIEW'],
    },
  },
  {
    title: 'a refuted bar lifts it, and spending below the threshold pays nothing',
    household: household(temporary, { application: { declaredRigidSpending: '20000.00' } }),
    settled: [{ code: 'RIGID_SPENDING_BELOW_THRESHOLD', person: null, verdict: 'REFUTED' }],
    expected: { outcome: 'MEETS', findings: ['RIGID_SPENDING_BELOW_THRESHOLD NOTE'], lumpSum: null },
  },
  {
    title: 'spending that a visit made unnecessary to declare pays nothing by itself',
    household: household(temporary, { application: { declaredRigidSpending: null } }),
    settled: [{ code: 'RIGID_SPENDING_UNDECLARED', person: null, verdict: 'REFUTED' }],
    expected: { outcome: 'MEETS', findings: ['RIGID_SPENDING_UNDECLARED NOTE'], lumpSum: null },
  },
  {
    title: 'a confirmed marriage stays unsettled until the spouse is listed',
    household: household(allowance, { rows: { marriages: [marriage] } }),
    settled: settled('CONFIRMED', 'UNLISTED_SPOUSE'),
    expected: { outcome: 'UNDETERMINED', findings: ['UNLISTED_SPOUSE UNSETTLED'] },
  },
  {
    title: 'no visit answers for a registry',
    household: silent(household(allowance), 'vehicles', 'assets'),
    settled: settled('REFUTED', 'CHECK_UNANSWERED'),
    expected: { outcome: 'UNDETERMINED', findings: ['CHECK_UNANSWERED UNSETTLED'] },
  },
  {
    title: 'no visit raises the dead: the registry has to be corrected',
    household: household(allowance, {
      members: [person('applicant'), person('spouse')],
      rows: { deaths: [{ recordId: 'death', person: { id: 'spouse' } }], vehicles: [car('car', 'spouse')] },
    }),
    settled: [{ code: 'MEMBER_DECEASED', person: 'spouse', verdict: 'REFUTED' }],
    expected: { outcome: 'NEEDS_REVIEW', findings: ['MEMBER_DECEASED REVIEW'] },
  },
  {
    title: 'hardship that a car would bar is lifted under the code by which it was told',
    household: household('SPECIAL_HARDSHIP_SUPPORT', {
      members: [person('applicant', { birthDate: '1950-01-01' })],
      rows: { vehicles: [car()] },
    }),
    settled: settled('REFUTED', 'LIVELIHOOD_ABOVE_LIMIT'),
    expected: { outcome: 'MEETS', findings: ['LIVELIHOOD_ABOVE_LIMIT NOTE'] },
  },
  {
    title: 'a verdict on another rule settles nothing',
    household: withCar,
    settled: settled('REFUTED', 'BUSINESS_REGISTERED'),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['VEHICLE_OWNED REVIEW'] },
  },
  {
    title: 'a verdict on as many rows, of which one is another, settles nothing',
    household: household(temporary, { rows: { businesses: [company, { ...company, recordId: 'role 2' }] } }),
    settled: settled('REFUTED', 'BUSINESS_REGISTERED', { recordIds: ['role', 'other'] }),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['BUSINESS_REGISTERED REVIEW'] },
  },
  {
    title: 'a verdict on no rows settles a finding that rests on none',
    household: household(temporary, { application: { declaredRigidSpending: null } }),
    settled: [{ code: 'RIGID_SPENDING_UNDECLARED', person: null, verdict: 'REFUTED', recordIds: [] }],
    expected: { outcome: 'MEETS', findings: ['RIGID_SPENDING_UNDECLARED NOTE'] },
  },
  {
    title: 'confirmed income from old tax data does not bar',
    household: stale(household(allowance, { rows: { taxes: [wagesByTax] } }), 'taxes', 'registrations'),
    settled: [{ code: 'INCOME_INDICATED_ABOVE_STANDARD', person: null, verdict: 'CONFIRMED' }],
    expected: { outcome: 'UNDETERMINED', findings: ['INCOME_INDICATED_ABOVE_STANDARD UNSETTLED'] },
  },
  {
    title: 'confirmed income of just the standard bars the allowance',
    household: household(allowance, { rows: { taxes: [{ ...wagesByTax, income: '6552.00' }] } }),
    settled: [{ code: 'INCOME_INDICATED_ABOVE_STANDARD', person: null, verdict: 'CONFIRMED' }],
    // 6,552 / 12 = 546.00, not below 546.00.
    expected: { outcome: 'FAILS', findings: ['INCOME_INDICATED_ABOVE_STANDARD BARS'] },
  },
];
