import type { CalendarDate } from '../../../schema/values/calendar-date';
import type { Random } from '../random';
import { dayAfter, maybe, yuan, type RawRow } from './random-household';

/** Rows by registry and by the name of their list. */
export type RowsOf = Readonly<Record<string, Readonly<Record<string, readonly RawRow[]>>>>;

export interface Circumstances {
  readonly people: readonly string[];
  readonly appliedOn: CalendarDate;
  readonly program: string;
  /** Whether most registries hold nothing of most people. */
  readonly isPoor: boolean;
}

type MakeRow = (
  random: Random,
  holder: { readonly id: string },
  circumstances: Circumstances,
) => Omit<RawRow, 'recordId'>;

const near = (random: Random, { appliedOn }: Circumstances, years: number) =>
  dayAfter(appliedOn, random.under(years * 365) - years * 350);
const monthNear = (random: Random, circumstances: Circumstances) =>
  near(random, circumstances, 1).slice(0, 7);
const units = [
  '500112001001GB00001F00000001',
  '500112001001GB00001F00000002',
  '500112001001GB00001F00000003',
];
const places = ['天竺路 1 号', '天竺路 2 号'];

const assets: Readonly<Record<string, MakeRow>> = {
  vehicles: (random, owner) => ({
    owner,
    plateNumber: '渝A12345',
    vehicleType: random.pick(['K33', 'K33', 'M21', 'M14', 'M11', 'B11', 'H11']),
    statusFlags: random.pick([['A'], ['A'], ['B'], ['C'], ['A', 'E']]),
    disabilityAdapted: random.chance(0.3),
    assessedValue: maybe(random, 0.6, () => yuan(random, 60_000)),
  }),
  realEstate: (random, owner, circumstances) => ({
    owner,
    unitNumber: random.pick(units),
    location: random.pick(places),
    usage: random.pick(['RESIDENTIAL', 'RESIDENTIAL', 'RESIDENTIAL', 'COMMERCIAL', 'PARKING']),
    floorArea: random.pick([26, 39, 40, 70.5, 90]),
    coOwnership: random.pick(['SOLE', 'SOLE', 'JOINT', 'BY_SHARES', 'OTHER']),
    sharePercent: maybe(random, 0.7, () => random.pick([25, 33.3333, 50, 100])),
    status: random.pick(['CURRENT', 'CURRENT', 'CURRENT', 'HISTORIC', 'TERMINATED']),
    endedOn: maybe(random, 0.5, () => near(random, circumstances, 2)),
    dangerGrade: maybe(random, 0.2, () => random.pick(['B', 'C', 'D'])),
  }),
  providentFund: (random, person, circumstances) => ({
    person,
    employerRatePercent: random.pick([5, 7.5, 12]),
    ownRatePercent: random.pick([5, 12]),
    monthlyDeposit: yuan(random, 600),
    paidThrough: maybe(random, 0.8, () => monthNear(random, circumstances)),
    accountStatus: random.pick(['NORMAL', 'NORMAL', 'SEALED']),
  }),
  presaleContracts: (random, buyer, circumstances) => ({
    buyer,
    signedOn: near(random, circumstances, 4),
    revokedOn: maybe(random, 0.2, () => near(random, circumstances, 1)),
  }),
};

const registrations: Readonly<Record<string, MakeRow>> = {
  marriages: (random, one, circumstances) => {
    const other = random.chance(0.5) ? { id: random.pick(circumstances.people) } : null;
    return {
      event: random.pick(['MARRIAGE', 'MARRIAGE', 'DIVORCE', 'ANNULMENT']),
      registeredOn: near(random, circumstances, 3),
      parties: [
        { person: one, inHousehold: true, deceased: false },
        { person: other, inHousehold: other !== null, deceased: other === null && random.chance(0.3) },
      ],
    };
  },
  deaths: (_random, person) => ({ person }),
  assistanceRolls: (random, person, circumstances) => ({
    person,
    householdId: random.pick(['this-household', 'another-household']),
    program: random.pick([
      'MINIMUM_LIVING_ALLOWANCE',
      'MINIMUM_LIVING_ALLOWANCE',
      'SPECIAL_HARDSHIP_SUPPORT',
      circumstances.program,
    ]),
    status: random.pick(['APPLIED', 'DRAWING', 'DRAWING', 'ENDED']),
    from: near(random, circumstances, 2),
    to: maybe(random, 0.2, () => near(random, circumstances, 1)),
  }),
  residents: (random, person) => ({
    person,
    divisionCode: random.pick(['500112', '500112', '511602']),
    status: random.pick(['ACTIVE', 'ACTIVE', 'ACTIVE', 'ACTIVE', 'MOVED_OUT', 'CANCELLED_BY_DEATH']),
  }),
  businesses: (random, person) => ({
    person,
    role: random.pick(['LEGAL_REPRESENTATIVE', 'SHAREHOLDER', 'SHAREHOLDER', 'SUPERVISOR', 'OPERATOR']),
    sharePercent: maybe(random, 0.7, () => random.pick([0.5, 1, 1.0001, 60])),
    business: random.pick(businesses),
  }),
  socialInsurance: (random, person, circumstances) => ({
    person,
    status: random.pick(['ACTIVE', 'ACTIVE', 'SUSPENDED']),
    payerType: random.pick(['EMPLOYER', 'EMPLOYER', 'RESIDENT']),
    base: maybe(random, 0.8, () => yuan(random, 5_000)),
    paidThrough: maybe(random, 0.9, () => monthNear(random, circumstances)),
  }),
  taxes: (random, person, circumstances) => ({
    person,
    item: random.pick(['WAGES', 'LABOUR_SERVICES', 'BUSINESS', 'PROPERTY_LEASE', 'INCIDENTAL']),
    period: monthNear(random, circumstances),
    income: yuan(random, 9_000),
  }),
  enrolments: (random, person) => ({
    person,
    stage: random.pick(['PRIMARY', 'JUNIOR_SECONDARY', 'SENIOR_SECONDARY', 'BACHELOR']),
    schoolKind: random.pick(['PUBLIC', 'PRIVATE']),
    fullTime: random.chance(0.8),
    status: random.pick(['ENROLLED', 'ENROLLED', 'GRADUATED']),
    annualFees: maybe(random, 0.8, () => yuan(random, 12_000)),
  }),
  publicRentals: (random, tenant, circumstances) => ({
    tenant,
    leaseFrom: near(random, circumstances, 2),
    leaseTo: maybe(random, 0.5, () => near(random, circumstances, 1)),
  }),
  housingWorks: (random, person) => ({
    person,
    kind: random.pick([
      'DANGEROUS_HOUSE_RENOVATION',
      'SAFETY_APPRAISAL',
      'SAFETY_APPRAISAL',
      'DEMOLITION_COMPENSATION',
    ]),
    location: random.pick(places),
    dangerGrade: maybe(random, 0.7, () => random.pick(['A', 'C', 'D'])),
  }),
};

const businesses = [
  { creditCode: 'one', name: '甲公司', entityType: 'COMPANY', status: 'ACTIVE' },
  { creditCode: 'two', name: '乙公司', entityType: 'PARTNERSHIP', status: 'MOVED_OUT' },
  { creditCode: 'three', name: '丙店', entityType: 'INDIVIDUAL', status: 'ACTIVE' },
  { creditCode: 'four', name: '丁公司', entityType: 'COMPANY', status: 'REVOKED' },
  { creditCode: 'five', name: '戊公司', entityType: 'COMPANY', status: 'DEREGISTERED' },
];

const benefit: MakeRow = (random, person, circumstances) => ({
  person,
  kind: random.pick(['RESIDENT_PENSION', 'RESIDENT_PENSION', 'PENSION', 'SURVIVOR']),
  monthlyAmount: yuan(random, 900),
  basicPart: maybe(random, 0.8, () => yuan(random, 130)),
  month: monthNear(random, circumstances),
});

/** How likely a registry holds something of somebody. */
const shares: Readonly<Record<string, number>> = { residents: 0.9, deaths: 0.06, assistanceRolls: 0.3 };

export function randomRows(
  random: Random,
  circumstances: Circumstances,
): { readonly assets: RowsOf; readonly registrations: RowsOf } {
  let rows = 0;
  const listOf = (registry: string, make: MakeRow): readonly RawRow[] => {
    const usual = circumstances.isPoor ? 0.02 : 0.2;
    return circumstances.people.flatMap((id) =>
      Array.from({ length: random.chance(shares[registry] ?? usual) ? 1 + random.under(2) : 0 }, () => ({
        recordId: `${registry}-${String((rows += 1))}`,
        ...make(random, { id }, circumstances),
      })),
    );
  };
  const rowsOf = (makers: Readonly<Record<string, MakeRow>>): RowsOf =>
    Object.fromEntries(
      Object.entries(makers).map(([registry, make]) => [
        registry,
        {
          records: listOf(registry, make),
          ...(registry === 'socialInsurance' ? { benefits: listOf('benefits', benefit) } : {}),
        },
      ]),
    );
  return { assets: rowsOf(assets), registrations: rowsOf(registrations) };
}
