// Cases of the rules engine alone: what people settled on a visit, and facts or figures that neither the graph nor an
// edition in force gives. `expected` holds an outcome and some findings; what is not named is free.

const { household, person, car, home, company } = require('./engine-households.cjs');
const { visitCases } = require('./visit-cases.cjs');

const allowance = 'MINIMUM_LIVING_ALLOWANCE';

exports.engineCases = [
  ...visitCases,
  {
    title: 'an edition that takes no declaration for an answer leaves money unsettled',
    household: household(allowance),
    parameters: { acceptDeclaredFinancialAssets: { value: false, assumed: true } },
    expected: { outcome: 'UNDETERMINED', findings: ['FINANCIAL_ASSETS_DECLARED_ONLY UNSETTLED'] },
  },
  {
    title: 'the applicant is who applies, wherever the list has them',
    household: household('SPECIAL_HARDSHIP_SUPPORT', {
      members: [
        person('spouse', { birthDate: '1950-01-01' }),
        person('applicant', { birthDate: '1980-01-01' }),
      ],
    }),
    expected: { outcome: 'FAILS', findings: ['HAS_WORK_CAPACITY BARS', 'OBLIGOR_TO_REVIEW REVIEW'] },
  },
  {
    title: 'the first applies where the list says of nobody that they do',
    household: household('SPECIAL_HARDSHIP_SUPPORT', {
      members: [person('spouse', { birthDate: '1950-01-01' })],
    }),
    expected: { outcome: 'MEETS', findings: [] },
  },
  {
    title: 'a member who is listed as an obligor too is a member',
    household: household(allowance, {
      obligors: [person('applicant', { basis: 'LEGAL_OBLIGOR' })],
      rows: { vehicles: [car()] },
    }),
    expected: { outcome: 'FAILS', findings: ['VEHICLE_OWNED BARS'] },
  },
  {
    title: 'a row that arrives twice is cited twice, and changes nothing else',
    household: household(allowance, { rows: { businesses: [company, company] } }),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['BUSINESS_REGISTERED REVIEW'] },
  },
  {
    title: 'an applicant who is listed as an obligor too is not judged as one',
    household: household('SPECIAL_HARDSHIP_SUPPORT', {
      members: [person('applicant', { birthDate: '1950-01-01' })],
      obligors: [person('applicant', { basis: 'LEGAL_OBLIGOR', birthDate: '1950-01-01' })],
    }),
    expected: { outcome: 'MEETS', findings: [] },
  },
  {
    title: 'a share of 0.5 % makes no manager minor',
    household: household(allowance, {
      rows: { businesses: [{ ...company, role: 'MANAGER', sharePercent: 0.5 }] },
    }),
    expected: { outcome: 'NEEDS_REVIEW', findings: ['BUSINESS_REGISTERED REVIEW'] },
  },
  {
    title: 'an appraisal is of the same place where only spaces around it differ',
    household: household(allowance, {
      rows: {
        realEstate: [home('one', '1', { location: ' 某路 1 号' }), home('two', '2')],
        housingWorks: [
          {
            recordId: 'work',
            person: { id: 'applicant' },
            kind: 'SAFETY_APPRAISAL',
            location: '某路 1 号 ',
            dangerGrade: 'D',
          },
        ],
      },
    }),
    expected: { outcome: 'MEETS', findings: [] },
  },
];

/** The case with its edition's figures, assessed by whichever engine is given. */
exports.assessEngineCase = (
  { household: given, settled: judged = [], parameters = {}, on = '2018-06-11' },
  engine,
) => {
  const policy = engine.policies.inForce(given.application.program, on);
  const edition = { ...policy.edition, parameters: { ...policy.edition.parameters, ...parameters } };
  return engine.assess(engine.readFacts(given), { ...policy, edition }, on, judged);
};
