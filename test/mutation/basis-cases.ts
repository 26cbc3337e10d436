import {
  car,
  company,
  home,
  household,
  person,
  wagesByTax,
} from '../support/eligibility/engine-households.cjs';
import {
  contract,
  demolition,
  divorce,
  drawing,
  ended,
  fees,
  fund,
  insured,
  lease,
  pension,
} from './basis-rows';

type Raw = Readonly<Record<string, unknown>>;

/** A finding with what it rests on. */
export interface BasisCase {
  readonly code: string;
  readonly household: Raw;
  /** The figures of which one that is assumed makes the finding's basis assumed. */
  readonly figures: readonly string[];
  /** The rows that it cites, in their order. */
  readonly rows: readonly string[];
}

const allowance = 'MINIMUM_LIVING_ALLOWANCE';
const temporary = 'TEMPORARY_ASSISTANCE';
const hardship = 'SPECIAL_HARDSHIP_SUPPORT';
const old = person('applicant', { birthDate: '1950-01-01' });
const son = person('son', { basis: 'LEGAL_OBLIGOR', birthDate: '1978-02-02' });
const income = (amounts: Raw) =>
  person('applicant', {
    declaredIncome: { wages: '0.00', business: null, property: null, transfer: null, ...amounts },
  });

const homeFigures = ['minimumHousingArea', 'housingAreaMultiple', 'dangerGradesNotCounted'];
const vehicleFigures = [
  'exemptVehicleTypes',
  'livelihoodVehicleTypes',
  'exemptVehicleValue',
  'valuedVehicleTypes',
];
const reliefFigures = ['standard.urban', 'reliefIncomePercent', 'reliefClasses'];

const of = (
  code: string,
  given: Raw,
  figures: readonly string[],
  rows: readonly string[] = [],
): BasisCase => ({ code, household: given, figures, rows });

export const basisCases: readonly BasisCase[] = [
  of(
    'INCOME_ABOVE_STANDARD',
    household(allowance, {
      rows: {
        benefits: [
          { ...pension, recordId: 'two' },
          { ...pension, recordId: 'one' },
        ],
      },
    }),
    ['standard.urban', 'standardPercent'],
    ['one', 'two'],
  ),
  of(
    'INCOME_ABOVE_STANDARD',
    { ...household(allowance, { members: [income({ wages: '600.00' })] }), residence: 'RURAL' },
    ['standard.rural', 'standardPercent'],
  ),
  of(
    'INCOME_INDICATED_ABOVE_STANDARD',
    household(allowance, { rows: { taxes: [wagesByTax] } }),
    ['standard.urban', 'standardPercent', 'taxMonths'],
    ['tax'],
  ),
  of(
    'INCOME_MISMATCH',
    household(allowance, { rows: { taxes: [wagesByTax] } }),
    ['mismatchPercent', 'taxMonths'],
    ['tax'],
  ),
  of(
    'INCOME_MISMATCH',
    household(allowance, { rows: { socialInsurance: [insured] } }),
    ['mismatchPercent', 'taxMonths'],
    ['insured'],
  ),
  of(
    'INCOME_MISMATCH',
    household(allowance, { rows: { providentFund: [fund] } }),
    ['mismatchPercent', 'taxMonths'],
    ['fund'],
  ),
  of(
    'UNDECLARED_EMPLOYMENT',
    household(allowance, { rows: { socialInsurance: [insured] } }),
    ['recentMonths'],
    ['insured'],
  ),
  of(
    'FINANCIAL_ASSETS_ABOVE_LIMIT',
    household(allowance, { application: { declaredFinancialAssets: '900000.00' } }),
    ['standard.urban', 'financialAssetMonths', 'excusableAssets'],
  ),
  of('FINANCIAL_ASSETS_DECLARED_ONLY', household(allowance), ['acceptDeclaredFinancialAssets']),
  of(
    'SCHOOL_FEES_ABOVE_LIMIT',
    household(allowance, { rows: { enrolments: [fees] } }),
    ['standard.urban', 'schoolFeeMonths'],
    ['school'],
  ),
  of('VEHICLE_OWNED', household(allowance, { rows: { vehicles: [car()] } }), vehicleFigures, ['car']),
  of(
    'BUSINESS_REGISTERED',
    household(allowance, {
      rows: { businesses: ['two', 'three', 'one'].map((recordId) => ({ ...company, recordId })) },
    }),
    ['minorSharePercent'],
    ['one', 'three', 'two'],
  ),
  of(
    'HOMES_ABOVE_LIMIT',
    household(allowance, { rows: { realEstate: [home('one', '1'), home('two', '2')] } }),
    homeFigures,
    ['one', 'two'],
  ),
  of(
    'SHOP_OWNED',
    household(allowance, { rows: { realEstate: [home('shop', '1', { usage: 'COMMERCIAL' })] } }),
    [],
    ['shop'],
  ),
  of(
    'HOME_TRANSFERRED',
    household(allowance, { rows: { realEstate: [ended] } }),
    ['transferMonths'],
    ['ended'],
  ),
  of(
    'PRESALE_PURCHASE',
    household(allowance, { rows: { presaleContracts: [contract] } }),
    ['purchaseYears'],
    ['contract'],
  ),
  of(
    'PRESALE_RESETTLED',
    household(allowance, { rows: { presaleContracts: [contract], housingWorks: [demolition] } }),
    ['purchaseYears'],
    ['contract', 'demolition'],
  ),
  of(
    'RECENT_DIVORCE',
    household(allowance, { rows: { marriages: [divorce] } }),
    ['divorceMonths'],
    ['divorce'],
  ),
  of('STANDARD_BACKDATED', household(allowance), ['standard.announcedOn']),
  of(
    'MEETS_BY_ROLL',
    household('MEDICAL_ASSISTANCE', { rows: { assistanceRolls: [drawing(allowance)] } }),
    [],
    ['roll'],
  ),
  of(
    'MEETS_BY_ROLL',
    household('MEDICAL_ASSISTANCE', { rows: { assistanceRolls: [drawing(hardship)] } }),
    [],
    ['roll'],
  ),
  of(
    'PUBLIC_RENTAL_HELD',
    household('HOUSING_ASSISTANCE', { rows: { publicRentals: [lease] } }),
    [],
    ['lease'],
  ),
  ...[allowance, hardship].map((program) =>
    of(
      'RELIEF_CLASS',
      household(temporary, {
        members: [person('applicant'), person('spouse')],
        rows: { assistanceRolls: [drawing(program)], taxes: [wagesByTax] },
      }),
      reliefFigures,
      ['roll'],
    ),
  ),
  // 12,000 / 12 = 1,000, not above 2 × 546: class C; 24,000 / 12 = 2,000: class D.
  ...['12000.00', '24000.00'].map((taxed) =>
    of(
      'RELIEF_CLASS',
      household(temporary, { rows: { taxes: [{ ...wagesByTax, income: taxed }] } }),
      reliefFigures,
      ['tax'],
    ),
  ),
  of(
    'RIGID_SPENDING_BELOW_THRESHOLD',
    household(temporary, {
      rows: { taxes: [wagesByTax] },
      application: { declaredRigidSpending: '20000.00' },
    }),
    ['reliefClasses'],
    ['tax'],
  ),
  of(
    'HOUSING_ADEQUATE',
    household('HOUSING_ASSISTANCE', { rows: { realEstate: [home('home', '1')] } }),
    ['minimumHousingArea', 'dangerGradesNotCounted'],
    ['home'],
  ),
  of('HAS_WORK_CAPACITY', household(hardship), ['workingAge', 'incapacitatingGrades']),
  of(
    'LIVELIHOOD_ABOVE_LIMIT',
    household(hardship, { members: [old], rows: { benefits: [pension] } }),
    ['standard.urban'],
    ['pension'],
  ),
  of(
    'OBLIGOR_ABLE',
    household(hardship, { members: [old], obligors: [son], rows: { vehicles: [car('car', 'son')] } }),
    ['standard.urban', 'obligorWagePercent', ...homeFigures],
    ['car'],
  ),
];
