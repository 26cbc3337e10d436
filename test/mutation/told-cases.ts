import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../schema/values/calendar-date';
import { assess } from '../../subgraphs/eligibility/engine/assess';
import { readFacts, type Program } from '../../subgraphs/eligibility/engine/facts/facts';
import type { Policy, Standard } from '../../subgraphs/eligibility/engine/policy/policy';
import { loadPolicies } from '../../subgraphs/eligibility/policies/load-policies';
import {
  car,
  company,
  home,
  household,
  person,
  wagesByTax,
} from '../support/eligibility/engine-households.cjs';
import { basisCases, type BasisCase } from './basis-cases';
import { drawing } from './basis-rows';

/** What an assessment tells besides what worked cases compare: bases, rows, sentences and items. */
export interface ToldCase {
  readonly title: string;
  readonly received: () => unknown;
  readonly expected: unknown;
}

type Raw = Readonly<Record<string, unknown>>;

const allowance = 'MINIMUM_LIVING_ALLOWANCE';
const on = '2018-06-11' as CalendarDate;
const policies = loadPolicies();
const assessed = (given: Raw, program = programOf(given)) =>
  assess(readFacts(given), policies.inForce(program, on), on);

function programOf(given: Raw): Program {
  return (given['application'] as { readonly program: Program }).program;
}

/** The policy with no figure assumed but the one of this name. */
function assuming(policy: Policy, name: string): Policy {
  const { edition, standard } = policy;
  const parameters = Object.fromEntries(
    Object.entries(edition.parameters).map(([key, { value }]) => [key, { value, assumed: key === name }]),
  );
  const rules = [...edition.rules].map(
    ([code, entry]) => [code, { ...entry, basis: { ...entry.basis, assumed: name === 'basis' } }] as const,
  );
  return {
    ...policy,
    edition: { ...edition, parameters, rules: new Map(rules) },
    standard: { ...standard, assumed: new Set([name.replace('standard.', '')]) as Standard['assumed'] },
  };
}

/** Of all figures, those that make the finding's basis an assumed one, and the rows that it cites. */
function basisOf({ code, household: given }: BasisCase) {
  const policy = policies.inForce(programOf(given), on);
  const facts = readFacts(given);
  const ofStandard = ['urban', 'rural', 'specialHardship', 'effectiveFrom', 'announcedOn'];
  const names = [
    'basis',
    ...Object.keys(policy.edition.parameters),
    ...ofStandard.map((name) => `standard.${name}`),
  ];
  const finding = (name: string) =>
    assess(facts, assuming(policy, name), on).findings.find((one) => one.code === code);
  return {
    figures: names.filter((name) => finding(name)?.basis.assumed).sort(),
    rows: finding('')?.evidence.map(({ recordId }) => recordId),
  };
}

const cars = household(allowance, {
  members: [person('applicant'), person('spouse')],
  rows: { vehicles: [car('two'), car('one')], realEstate: [home('home', '1')] },
});

/** The conclusion without its findings' sentences, and of which findings it had some. */
function conclusion(given: Raw) {
  const { conclusion: told, findings } = assessed(given);
  const mentioned = findings.filter(({ message }) => told.includes(message));
  return {
    mentioned: mentioned.map(({ code }) => code),
    rest: mentioned.reduce((rest, { message }) => rest.replace(message, ''), told),
  };
}

const last = '本结论仅供审核参考，由审核机关作出决定。';
const concluding = (title: string, given: Raw, sentence: string, mentioned: readonly string[]): ToldCase => ({
  title,
  received: () => conclusion(given),
  expected: { mentioned, rest: `最低生活保障：${sentence}。${last}` },
});

function items(given: Raw) {
  return assessed(given).income.items.map(({ head, monthlyAmount, counted, source, recordId }) =>
    [head, monthlyAmount, counted ? 'counted' : 'not counted', source, recordId].join(' '),
  );
}

const wages = person('applicant', {
  declaredIncome: { wages: '500.00', business: null, property: null, transfer: null },
});
const tax = { ...wagesByTax, income: '6000.00' };

export const toldCases: readonly ToldCase[] = [
  ...basisCases.map((given, index) => ({
    title: `${given.code} rests on these figures and rows (${index + 1})`,
    received: () => basisOf(given),
    expected: { figures: ['basis', ...given.figures].sort(), rows: given.rows },
  })),
  concluding('a refusal says what bars, and nothing else', cars, '核对信息显示不符合条件', [
    'VEHICLE_OWNED',
    'VEHICLE_OWNED',
  ]),
  concluding(
    'a review says what is for review',
    household(allowance, { rows: { businesses: [company] } }),
    '未发现不符合条件的情形，但有事项需人工核实',
    ['BUSINESS_REGISTERED'],
  ),
  concluding(
    'what cannot be told says what is unsettled',
    household(allowance, { application: { declaredFinancialAssets: null } }),
    '尚不能判断：有事项未能核对清楚',
    ['FINANCIAL_ASSETS_DECLARED_ONLY'],
  ),
  concluding('what meets needs no reason', household(allowance), '核对信息显示符合条件', []),
  {
    title: 'findings come by the numbers of their rows, with registry and instant',
    received: () => assessed(cars).findings.flatMap(({ evidence }) => evidence),
    expected: ['one', 'two'].map((recordId) => ({
      registry: 'vehicles',
      recordId,
      asOf: '2018-07-02T00:00:00+08:00',
    })),
  },
  {
    title: 'another program than that applied for uses no fact',
    received: () => {
      const { findings, unanswered, income, estimate } = assessed(cars, 'TEMPORARY_ASSISTANCE');
      return { findings: findings.map(({ code }) => code), unanswered, items: income.items, estimate };
    },
    expected: { findings: ['PURPOSE_MISMATCH'], unanswered: [], items: [], estimate: null },
  },
  {
    title: 'a class by the rolls rests on entries that are fresh',
    received: () => {
      const entries = ['applicant', 'spouse'].map((id) => ({
        ...drawing(allowance),
        recordId: id,
        person: { id },
      }));
      const given = household('TEMPORARY_ASSISTANCE', {
        members: [person('applicant'), person('spouse')],
        rows: { assistanceRolls: entries },
      });
      const subjects = [
        { person: { id: 'applicant' }, status: 'FOUND' },
        { person: { id: 'spouse' }, status: 'STALE' },
      ];
      const assistanceRolls = { ...given.registrations['assistanceRolls'], subjects };
      const { findings } = assessed({ ...given, registrations: { ...given.registrations, assistanceRolls } });
      return findings.find(({ code }) => code === 'RELIEF_CLASS')?.evidence.map(({ recordId }) => recordId);
    },
    expected: ['applicant'],
  },
  {
    title: 'no visit makes it the program that was applied for',
    received: () => {
      const policy = policies.inForce('TEMPORARY_ASSISTANCE', on);
      const refuted = { code: 'PURPOSE_MISMATCH', person: null, verdict: 'REFUTED' } as const;
      return assess(readFacts(cars), policy, on, [refuted]).outcome;
    },
    expected: 'UNDETERMINED',
  },
  {
    title: 'a person whom a registry does not list was not answered for',
    received: () => {
      const given = household(allowance);
      const vehicles = { ...given.assets['vehicles'], subjects: [] };
      return assessed({ ...given, assets: { ...given.assets, vehicles } }).unanswered;
    },
    expected: [{ registry: 'vehicles', status: 'UNAVAILABLE', person: 'applicant' }],
  },
  {
    title: 'of equal words on an income the declaration counts, and one row is named',
    received: () => items(household(allowance, { members: [wages], rows: { taxes: [tax] } })).slice(0, 2),
    expected: ['WAGES 50000 counted declared ', 'WAGES 50000 not counted taxes tax'],
  },
  {
    title: 'an income of several rows names none',
    received: () =>
      items(
        household(allowance, { members: [wages], rows: { taxes: [tax, { ...tax, recordId: 'tax 2' }] } }),
      ).slice(0, 2),
    expected: ['WAGES 50000 not counted declared ', 'WAGES 100000 counted taxes '],
  },
  {
    title: 'homes of two owners are nobody’s alone, and their area is told',
    received: () => {
      const given = household(allowance, {
        members: [person('applicant'), person('spouse')],
        rows: { realEstate: [home('one', '1'), home('two', '2', { owner: { id: 'spouse' } })] },
      });
      const found = assessed(given).findings.find(({ code }) => code === 'HOMES_ABOVE_LIMIT');
      return [found?.person, found?.message.includes('120.00平方米')];
    },
    expected: [null, true],
  },
];

/** Whether it is told as expected. */
export function isTold({ received, expected }: ToldCase): boolean {
  return isDeepStrictEqual(received(), expected);
}
