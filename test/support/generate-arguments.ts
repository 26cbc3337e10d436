import { programs } from '../../subgraphs/eligibility/engine/facts/facts';
import type { Arguments } from './generate-operation';
import type { Random } from './random';

/** What the arguments of generated operations choose from. */
export interface Known {
  readonly households: readonly string[];
  readonly persons: readonly string[];
  readonly cursors: readonly string[];
  /** Left out where nobody asks the root fields that tell of verifications. */
  readonly verified?: KnownOfVerifications;
}

export interface KnownOfVerifications {
  readonly verifications: readonly string[];
  readonly batches: readonly string[];
  /** Where pages of a root field that tells of verifications begin, by that field. */
  readonly pages: Readonly<Record<VerificationPage, readonly string[]>>;
}

/** The root fields that tell of verifications page by page. */
export const verificationPages = ['verifications', 'dueRechecks', 'verificationAlerts'] as const;

type VerificationPage = (typeof verificationPages)[number];

const nothingVerified: KnownOfVerifications = {
  verifications: [],
  batches: [],
  pages: { verifications: [], dueRechecks: [], verificationAlerts: [] },
};

/** Days on which every program has its rules. */
const days = ['2016-06-01', '2018-06-11', '2023-01-01'];

/** Two of the days that have to lie one before the other. */
const [firstDays, lastDays] = [
  ['2018-01-01', '2018-06-12'],
  ['2018-06-30', '2019-12-31'],
] as const;

/** Arguments that are valid, some of which ask for what is not there. No answer to them has an error. */
export function argumentsFrom(known: Known): Arguments {
  const { verifications, batches, pages } = known.verified ?? nothingVerified;
  return (field, random, variable) => {
    const given = (type: string, value: unknown) =>
      random.chance(0.5) ? variable(type, value) : literal(type, value);
    const sometimes = (share: number, make: () => string) => (random.chance(share) ? make() : '');
    const householdId = () => (random.chance(0.15) ? 'YB-2018-9999' : random.pick(known.households));
    const personId = () => (random.chance(0.15) ? 'f'.repeat(32) : random.pick(known.persons));
    const program = () => `program: ${given('AssistanceProgram!', random.pick(programs))}`;
    const on = (day: string) => `on: ${given('Date!', day)}`;
    const filter = () => (random.chance(0.6) ? variable('HouseholdFilter', aFilter(random)) : '{}');
    const some = (known: readonly string[]) =>
      random.chance(0.15) ? 'HC-2018-0000-0000' : random.pick(known);
    const part = (field: VerificationPage) => [
      sometimes(0.6, () => `first: ${given('Int', 1 + random.under(3))}`),
      sometimes(0.2, () => `after: ${given('String', random.pick(pages[field]))}`),
    ];
    const fields: Readonly<Record<string, () => string>> = {
      household: () => `id: ${given('ID!', householdId())}`,
      households: () => `ids: ${given('[ID!]!', Array.from({ length: random.under(6) }, householdId))}`,
      person: () => `id: ${given('ID!', personId())}`,
      searchHouseholds: () =>
        texts([
          `filter: ${filter()}`,
          sometimes(0.6, () => `first: ${given('Int', 1 + random.under(8))}`),
          sometimes(0.3, () => `after: ${given('String', random.pick(known.cursors))}`),
        ]),
      // Before every edition there is none; of a household, such a question would be an error.
      policyEdition: () => `${program()} ${on(random.pick([...days, '2010-01-01']))}`,
      eligibility: () => texts([sometimes(0.3, program), sometimes(0.3, () => on(random.pick(days)))]),
      verification: () => `id: ${given('ID!', some(verifications))}`,
      verificationBatch: () => `id: ${given('ID!', some(batches))}`,
      verifications: () =>
        texts([
          sometimes(
            0.6,
            () => `filter: ${variable('VerificationFilter', aVerificationFilter(random, known))}`,
          ),
          ...part('verifications'),
        ]),
      dueRechecks: () =>
        texts([sometimes(0.3, () => `by: ${given('Date', random.pick(lastDays))}`), ...part('dueRechecks')]),
      verificationAlerts: () =>
        texts([
          sometimes(0.4, () => `open: ${given('Boolean', random.chance(0.3))}`),
          ...part('verificationAlerts'),
        ]),
      verificationStatistics: () =>
        `from: ${given('Date!', random.pick(firstDays))} to: ${given('Date!', random.pick(lastDays))}`,
    };
    const make = fields[field];
    if (!make) throw new Error(`the generator knows no arguments of ${field}`);
    return make();
  };
}

/** Those that there are, one after another. */
const texts = (pieces: readonly string[]) => pieces.filter((piece) => piece !== '').join(' ');

/** A word of an enum stands without quotes. */
function literal(type: string, value: unknown): string {
  return type === 'AssistanceProgram!' ? String(value) : JSON.stringify(value);
}

function aFilter(random: Random): Record<string, string> {
  const all = {
    program: random.pick(programs),
    divisionCode: random.pick(['50', '500112', '500112012', '510104']),
    applicantName: random.pick(['尹某', '周某国', '无此人']),
    appliedFrom: '2018-05-01',
    appliedTo: '2018-06-11',
  };
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.2)));
}

function aVerificationFilter(random: Random, { households }: Known): Record<string, unknown> {
  const all = {
    states: random.pick([['MONITORED'], ['REPORTED', 'MONITORED'], ['CLOSED']]),
    program: random.pick(programs),
    divisionCode: random.pick(['50', '500112', '500112012']),
    householdId: random.pick(households),
    kind: random.pick(['APPLICATION', 'RECHECK']),
    outcome: random.pick(['MEETS', 'FAILS', 'UNDETERMINED']),
    overdue: random.chance(0.5),
  };
  return Object.fromEntries(Object.entries(all).filter(() => random.chance(0.15)));
}
