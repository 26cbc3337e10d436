import { assess } from '../../../../subgraphs/eligibility/engine/assess';
import type { Finding, SettledFinding } from '../../../../subgraphs/eligibility/engine/assessment';
import {
  readFacts,
  registryNames,
  type Program,
  type RegistryName,
} from '../../../../subgraphs/eligibility/engine/facts/facts';
import { registryTerms } from '../../../../subgraphs/eligibility/engine/rules/registry-terms';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import { findingIdOf } from '../../../../subgraphs/verification/process/finding-id';
import type {
  ReportedPerson,
  ReportSource,
  SettledMatter,
} from '../../../../subgraphs/verification/report/report-source';
import type { CalendarDate } from '../../../../schema/values/calendar-date';
import {
  car,
  company,
  home,
  household,
  person,
  silent,
} from '../../../support/eligibility/engine-households.cjs';

const day = (text: string) => text as CalendarDate;
const on = day('2018-07-02');

const policies = loadPolicies();

/** People as the application lists them: a mother and her daughter, and two more who have to support the mother. */
const people: readonly Omit<ReportedPerson, 'authorisation'>[] = [
  someone('applicant', '尹某', '1966-03-02', 'APPLICANT', '01'),
  someone('daughter', '杨某', '1994-06-18', 'CO_RESIDENT_OBLIGOR', '30'),
  someone('son', '杨甲', '1990-01-20', 'LEGAL_OBLIGOR', '20'),
  someone('brother', '尹乙', '1951-11-05', 'LEGAL_OBLIGOR', '73'),
];

function someone(
  id: string,
  declaredName: string,
  birthDate: string,
  basis: ReportedPerson['basis'],
  relation: string,
) {
  const role = basis === 'LEGAL_OBLIGOR' ? ('OBLIGOR' as const) : ('MEMBER' as const);
  const maskedIdNumber = `500*************${String(id.length).padStart(2, '0')}`;
  return { id, declaredName, maskedIdNumber, birthDate: day(birthDate), role, relation, basis };
}

const declaredPerson = ({ id, declaredName, basis, birthDate }: (typeof people)[number]) =>
  person(id, { declaredName, basis, birthDate });

/** Rows of everybody: a car and a company of the daughter, a car and wages of the son. */
const rows = {
  vehicles: [car('V-0001', 'daughter'), { ...car('V-0002', 'son'), plateNumber: '渝B99999' }],
  businesses: [
    {
      ...company,
      recordId: 'B-0001',
      person: { id: 'daughter' },
      business: { ...(company['business'] as object), name: '重庆某科技有限公司' },
    },
  ],
  realEstate: [home('R-0001', 'unit-1'), home('R-0002', 'unit-2', { usage: 'COMMERCIAL' })],
  residents: people.map(({ id }) => ({
    recordId: `P-${id}`,
    person: { id },
    divisionCode: '500112',
    status: 'ACTIVE',
  })),
  taxes: [
    {
      recordId: 'T-0001',
      person: { id: 'son' },
      item: 'WAGES',
      period: '2018-05',
      income: '98765.43',
    },
  ],
  socialInsurance: [
    {
      recordId: 'S-0001',
      person: { id: 'daughter' },
      status: 'ACTIVE',
      payerType: 'EMPLOYER',
      base: '4321.00',
      paidThrough: '2018-05',
    },
  ],
};

export interface Told {
  readonly program?: Program;
  readonly obligors?: boolean;
  /** Registries that stayed silent, with the namespace that they stand in. */
  readonly silences?: readonly (readonly [registry: RegistryName, namespace: 'assets' | 'registrations'])[];
  /** What people settled of the findings, as the first assessment gives them. */
  readonly settle?: (findings: readonly Finding[]) => readonly Settled[];
  readonly rows?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly with?: Partial<ReportSource>;
}

export interface Settled extends Omit<SettledMatter, 'findingId'> {
  readonly finding: Finding;
}

/** The family of 尹某 as a verification hands it to its report. */
export function reportedFamily(told: Told = {}): ReportSource {
  const program = told.program ?? 'TEMPORARY_ASSISTANCE';
  const listed = told.obligors === false ? people.filter(({ role }) => role === 'MEMBER') : people;
  const whole = household(program, {
    rows: told.rows ?? rows,
    members: listed.filter(({ role }) => role === 'MEMBER').map(declaredPerson),
    obligors: listed.filter(({ role }) => role === 'OBLIGOR').map(declaredPerson),
  });
  const facts = readFacts(
    (told.silences ?? []).reduce((given, [registry, namespace]) => silent(given, registry, namespace), whole),
  );
  const policy = policies.inForce(program, on);
  const settled = told.settle?.(assess(facts, policy, on).findings) ?? [];
  return {
    verification: {
      id: 'HC-2018-3F9A-6C1D',
      kind: 'APPLICATION',
      householdId: 'H-2018-000001',
      applicationNumber: 'A-2018-000001',
      program,
      appliedOn: day('2018-06-11'),
      acceptedOn: day('2018-06-12'),
      divisionCode: '500199',
      commissionedBy: '某街道办事处',
    },
    version: 1,
    previousDigest: null,
    issuedAt: new Date('2018-07-03T02:15:00Z'),
    issuedBy: '某区社会救助核查认定中心',
    issuedBecause: null,
    validUntil: day('2018-12-31'),
    people: listed.map((one, index) => ({ ...one, authorisation: authorisation(one.id, index) })),
    facts,
    assessment: assess(facts, policy, on, settled.map(asTheEngineTakesIt)),
    standard: policy.standard,
    asked: registryNames.map((registry, index) => ({
      registry,
      chinese: registryTerms[registry],
      tier: ['presaleContracts', 'enrolments', 'publicRentals', 'housingWorks'].includes(registry)
        ? 'DISTRICT'
        : 'MUNICIPAL',
      attempts: 1 + (index % 3),
      lastAskedAt: new Date('2018-07-02T01:30:00Z'),
    })),
    settled: settled.map(({ finding, ...matter }) => ({ findingId: findingIdOf(finding), ...matter })),
    objection: {
      within: '自告知之日起10个工作日内',
      to: '某区社会救助核查认定中心',
      bring: ['身份证件', '有关证明材料'],
    },
    ...told.with,
  };
}

/** What a visit saw. */
export function visited(finding: Finding, verdict: Settled['verdict'], note: string): Settled {
  return { finding, by: 'VISIT', verdict, note, on: day('2018-06-28'), evidence: null };
}

/** What an objection came to. */
export function objected(finding: Finding, verdict: Settled['verdict'], evidence: string): Settled {
  return { finding, by: 'OBJECTION', verdict, note: '经复核。', on: day('2018-07-20'), evidence };
}

function authorisation(personId: string, index: number) {
  const number = `SQ-2018-${String(index + 1).padStart(6, '0')}`;
  return { number, personId, signedOn: day('2018-06-11'), validUntil: null, withdrawnOn: null };
}

function asTheEngineTakesIt({ finding, verdict }: Settled): SettledFinding {
  const { code, person: whom, evidence } = finding;
  return { code, person: whom, recordIds: evidence.map(({ recordId }) => recordId), verdict };
}
