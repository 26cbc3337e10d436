import type { Assessment } from '../../../../subgraphs/eligibility/engine/assessment';
import { sumOf } from '../../../../subgraphs/eligibility/engine/income/source';
import { answersRead, assessed, unordered } from '../../../support/eligibility/assess-case';
import {
  randomCase,
  type RandomCase,
  type RawHousehold,
} from '../../../support/eligibility/random-household';
import {
  keepRows,
  mapChecks,
  registriesIn,
  silenced,
  type Silence,
} from '../../../support/eligibility/silence';
import { seededRandom, type Random } from '../../../support/random';

/**
 * What must hold of every household. `HOUSEHOLDS=100000 npx jest test/subgraphs/eligibility/engine/properties.test.ts`
 * tries more of them.
 */
const households = Number(process.env['HOUSEHOLDS'] ?? 10_000);

const silences: readonly Silence[] = [
  'UNAVAILABLE',
  'UNAUTHORISED',
  'IDENTITY_CONFLICT',
  'NOT_COVERED',
  'STALE',
  'missing',
];

/** Tries a property on every household; a household that breaks it is told by its number. */
function everyHousehold(property: (given: RandomCase, random: Random) => void): void {
  for (let number = 0; number < households; number += 1) {
    const random = seededRandom(number);
    try {
      property(randomCase(random), random);
    } catch (error) {
      throw new Error(`household ${number}: ${(error as Error).message}`);
    }
  }
}

function expectNoNewVerdict(told: Assessment, silent: Assessment): void {
  if ((silent.outcome === 'MEETS' || silent.outcome === 'FAILS') && silent.outcome !== told.outcome) {
    throw new Error(`${told.outcome} became ${silent.outcome}`);
  }
}

function withHousehold(given: RandomCase, household: RawHousehold): RandomCase {
  return { ...given, household };
}

describe(`Of ${households} households`, () => {
  it('some of each program come to each outcome', () => {
    const outcomes = new Map<string, number>();
    everyHousehold((given) => {
      const { program, outcome } = assessed(given);
      outcomes.set(`${program} ${outcome}`, (outcomes.get(`${program} ${outcome}`) ?? 0) + 1);
    });
    const impossible = ['MEDICAL_ASSISTANCE MEETS'].filter(() => false);
    expect([...outcomes.keys()].sort()).toEqual(
      [
        'HOUSING_ASSISTANCE',
        'MEDICAL_ASSISTANCE',
        'MINIMUM_LIVING_ALLOWANCE',
        'SPECIAL_HARDSHIP_SUPPORT',
        'TEMPORARY_ASSISTANCE',
      ]
        .flatMap((program) =>
          ['FAILS', 'MEETS', 'NEEDS_REVIEW', 'UNDETERMINED'].map((outcome) => `${program} ${outcome}`),
        )
        .filter((name) => !impossible.includes(name)),
    );
  });

  it('none comes to MEETS or FAILS because a registry is silent', () => {
    everyHousehold((given, random) => {
      const registries = registriesIn(given.household).filter(() => random.chance(0.3));
      const people = [...given.household.members, ...given.household.obligors].map(({ person }) => person.id);
      const answers = registries.flatMap((registry) => people.map((person) => ({ registry, person })));
      const silent = silenced(given.household, answers, random.pick(silences));
      expectNoNewVerdict(assessed(given), assessed(withHousehold(given, silent)));
    });
  });

  it('none comes to MEETS or FAILS because some answers are missing, and none that is read leaves MEETS', () => {
    everyHousehold((given, random) => {
      const told = assessed(given);
      const read = answersRead(given);
      const answers = read.filter(() => random.chance(0.05));
      const silent = assessed(
        withHousehold(given, silenced(given.household, answers, random.pick(silences))),
      );
      expectNoNewVerdict(told, silent);
      const one = random.pick(read.length > 0 ? read : [{ registry: 'deaths', person: 'member-0' }]);
      const withoutOne = assessed(
        withHousehold(given, silenced(given.household, [one], random.pick(silences))),
      );
      expectNoNewVerdict(told, withoutOne);
      if (read.length > 0 && withoutOne.outcome === 'MEETS') throw new Error(`MEETS without ${one.registry}`);
    });
  });

  it('none changes by the records of somebody else', () => {
    everyHousehold((given, random) => {
      const other = randomCase(random).household;
      const stranger = (text: string) => text.replaceAll(/"id":"(member|obligor)/g, '"id":"stranger');
      const strangers = JSON.parse(stranger(JSON.stringify(other))) as RawHousehold;
      const checks = { ...strangers.assets, ...strangers.registrations };
      const household = mapChecks(given.household, (registry, check) => ({
        ...check,
        records: [...check.records, ...(checks[registry]?.records ?? [])],
        ...(check.benefits ? { benefits: [...check.benefits, ...(checks[registry]?.benefits ?? [])] } : {}),
      }));
      expectEqual(assessed(withHousehold(given, household)), assessed(given));
    });
  });

  it('none changes by the order of members and records', () => {
    everyHousehold((given, random) => {
      const shuffled = <T>(list: readonly T[]) =>
        list
          .map((entry) => ({ entry, at: random.under(1000) }))
          .sort((one, other) => one.at - other.at)
          .map(({ entry }) => entry);
      const reordered = mapChecks(given.household, (_registry, check) => ({
        ...check,
        subjects: shuffled(check.subjects),
        records: shuffled(check.records),
        ...(check.benefits ? { benefits: shuffled(check.benefits) } : {}),
      }));
      const household = {
        ...reordered,
        members: shuffled(reordered.members),
        obligors: shuffled(reordered.obligors),
      };
      expectEqual(assessed(withHousehold(given, household)), assessed(given));
    });
  });

  it('the items of income sum to its totals, to the fen', () => {
    everyHousehold((given) => {
      const { income } = assessed(given);
      const counted = income.items.filter((item) => item.counted);
      const declared = income.items.filter(({ source }) => source === 'declared');
      expectEqual(sumOf(counted.map(({ monthlyAmount }) => monthlyAmount)), income.assessedMonthly);
      expectEqual(sumOf(declared.map(({ monthlyAmount }) => monthlyAmount)), income.declaredMonthly);
    });
  });

  it('every finding names rows that exist, and stands by them alone', () => {
    everyHousehold((given) => {
      const told = assessed(given);
      const existing = rowsOf(given.household);
      for (const finding of told.findings.filter(({ evidence }) => evidence.length > 0)) {
        const cited = new Set(finding.evidence.map(({ registry, recordId }) => `${registry} ${recordId}`));
        for (const row of cited)
          if (!existing.has(row)) throw new Error(`${finding.code} cites a row that is not there`);
        const alone = withHousehold(given, withRowsOf(given.household, cited));
        const isFound = assessed(alone).findings.some(
          ({ code, person, effect }) =>
            code === finding.code && person === finding.person && effect === finding.effect,
        );
        if (!isFound) throw new Error(`${finding.code} rests on rows that it does not cite`);
      }
    });
  });
});

/** JSON says enough here, and says it a hundred times faster than a deep comparison. */
function expectEqual(told: unknown, expected: unknown): void {
  const text = (value: unknown) => JSON.stringify(isAssessment(value) ? unordered(value) : value);
  if (text(told) !== text(expected)) expect(told).toEqual(expected);
  if (text(told) !== text(expected)) throw new Error('it changed');
}

function isAssessment(value: unknown): value is Assessment {
  return typeof value === 'object' && value !== null && 'findings' in value;
}

function rowsOf({ assets, registrations }: RawHousehold): ReadonlySet<string> {
  return new Set(
    Object.entries({ ...assets, ...registrations }).flatMap(([registry, { records, benefits = [] }]) =>
      [...records, ...benefits].map(({ recordId }) => `${registry} ${recordId}`),
    ),
  );
}

/** The household with just these rows, and those by which its members live or are dead. */
function withRowsOf(household: RawHousehold, cited: ReadonlySet<string>): RawHousehold {
  return mapChecks(household, (registry, check) =>
    registry === 'deaths' || registry === 'residents'
      ? check
      : keepRows(check, ({ recordId }) => cited.has(`${registry} ${recordId}`)),
  );
}
