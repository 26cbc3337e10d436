import type { Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { Counts, Told } from '../../../../subgraphs/verification/statistics/counts';
import { hiddenOfSum, sumOf } from '../../../../subgraphs/verification/statistics/hidden-of-sum';
import type { Reaches } from '../../../../subgraphs/verification/statistics/reach';
import { suppress } from '../../../../subgraphs/verification/statistics/suppress';

/**
 * An attacker who knows what is told, how the numbers hang together and how they are hidden: they take every table
 * that there may be, keep those that would be told in these very words, and see whether a hidden number is the same in
 * all of them. Tables are small, and so is the threshold; a number at the tables' edge is not judged, since larger
 * tables would be told alike.
 */
const threshold = 5;

/** One table, and what is hidden in it: numbers by name. */
interface Table {
  readonly told: string;
  readonly hidden: Readonly<Record<string, number>>;
  readonly isAtEdge: boolean;
}

/** Names of hidden numbers that are the same in all tables told alike, each with one such telling. */
function determined(tables: Iterable<Table>): readonly string[] {
  const ranges = new Map<string, { least: number; most: number; isAtEdge: boolean }>();
  for (const { told, hidden, isAtEdge } of tables) {
    for (const [name, number] of Object.entries(hidden)) {
      const place = `${name} in ${told}`;
      const range = ranges.get(place);
      ranges.set(place, {
        least: Math.min(number, range?.least ?? number),
        most: Math.max(number, range?.most ?? number),
        isAtEdge: isAtEdge && (range?.isAtEdge ?? true),
      });
    }
  }
  return [...ranges]
    .filter(([, { least, most, isAtEdge }]) => least === most && !isAtEdge)
    .map(([place]) => place);
}

function* upTo(...limits: readonly number[]): Generator<readonly number[]> {
  const [limit, ...others] = limits;
  if (limit === undefined) {
    yield [];
    return;
  }
  for (let number = 0; number <= limit; number += 1) {
    for (const rest of upTo(...others)) yield [number, ...rest];
  }
}

describe('Numbers that sum to a total', () => {
  test('hide each other, at the threshold that is used', () => {
    function* tables(): Generator<Table> {
      for (const numbers of upTo(22, 22, 22)) {
        const total = sumOf(numbers);
        if (total < 10) continue;
        const hidden = hiddenOfSum(numbers, 10);
        yield {
          told: [total, ...numbers.map((number, place) => (hidden.has(place) ? '?' : number))].join(' '),
          hidden: Object.fromEntries([...hidden].map((place) => [place, numbers[place] ?? 0])),
          isAtEdge: numbers.some((number) => number >= 20),
        };
      }
    }
    expect(determined(tables())).toEqual([]);
  });

  test('are told where none is small, and never tell that several are few together', () => {
    for (const numbers of upTo(12, 12, 12)) {
      const hidden = [...hiddenOfSum(numbers, 10)].map((place) => numbers[place] ?? 0);
      const small = numbers.filter((number) => number > 0 && number < 10);
      if (small.length === 0) expect(hidden).toEqual([]);
      else if (sumOf(numbers) >= 10) expect(sumOf(hidden)).toBeGreaterThanOrEqual(10);
    }
  });
});

const [one, other, third] = [
  'MINIMUM_LIVING_ALLOWANCE',
  'TEMPORARY_ASSISTANCE',
  'MEDICAL_ASSISTANCE',
] as const satisfies readonly Program[];

/** RELIEF_CLASS is found in one program alone; a registry is silent in all of them, and then nobody MEETS. */
const reaches: Reaches = {
  finding: (code) =>
    code === 'RELIEF_CLASS'
      ? { programs: new Set([other]), outcomes: new Set(['MEETS', 'UNDETERMINED']) }
      : { programs: new Set([one, other, third]), outcomes: new Set(['UNDETERMINED']) },
  registry: () => ({ programs: new Set([one, other, third]), outcomes: new Set(['UNDETERMINED']) }),
};

/** The table of counts, as it is told and with what is hidden. */
function tableOf(counts: Counts<number>, isAtEdge: boolean): Table {
  const told = suppress(counts, reaches, threshold);
  const [known, shown] = [numbersOf({ ...counts, total: null }), numbersOf(told)];
  const hidden = Object.entries(known).filter(([name]) => shown[name] === null);
  return {
    told: JSON.stringify(shown),
    hidden: Object.fromEntries(hidden.map(([name, number]) => [name, number ?? 0])),
    isAtEdge,
  };
}

function numbersOf({
  programs,
  outcomes,
  findings,
  silentRegistries,
  total,
}: Counts<number | null> & { readonly total: Told['total'] | null }): Readonly<
  Record<string, number | null>
> {
  return Object.fromEntries([
    ...programs.flatMap(({ program, households, persons }) => [
      [program, households] as const,
      [`persons of ${program}`, persons] as const,
    ]),
    ...outcomes.map(({ outcome, households }) => [outcome, households] as const),
    ...findings.map(({ code, households }) => [code, households] as const).sort(),
    ...silentRegistries.map(({ registry, households }) => [registry, households] as const).sort(),
    ...(total ? [['total', total.households] as const, ['persons', total.persons] as const] : []),
  ]);
}

function outcomesOf(total: number, undetermined: number): Counts<number>['outcomes'] {
  return [
    { outcome: 'MEETS', households: total - undetermined },
    { outcome: 'UNDETERMINED', households: undetermined },
  ];
}

describe('An attacker who tries every table', () => {
  test('learns no hidden number of programs, persons and outcomes', () => {
    function* tables(): Generator<Table> {
      for (const [a = 0, b = 0, c = 0] of upTo(6, 6, 6)) {
        for (const more of upTo(Math.min(a, 1), Math.min(b, 1), Math.min(c, 1))) {
          const counted = [a, b, c].map(
            (households, place) => [households, households + (more[place] ?? 0)] as const,
          );
          for (const [undetermined = 0] of upTo(a + b + c)) {
            const counts: Counts<number> = {
              programs: ([one, other, third] as const).map((program, place) => ({
                program,
                households: counted[place]?.[0] ?? 0,
                persons: counted[place]?.[1] ?? 0,
              })),
              outcomes: outcomesOf(a + b + c, undetermined),
              findings: [],
              silentRegistries: [],
            };
            yield tableOf(counts, Math.max(a, b, c) >= 6);
          }
        }
      }
    }
    expect(determined(tables())).toEqual([]);
  });

  test('learns no hidden number of findings and silent registries, nor by them of a program or an outcome', () => {
    function* tables(): Generator<Table> {
      for (const [a = 0, b = 0] of upTo(7, 7)) {
        for (const [undetermined = 0, relief = 0] of upTo(a + b, b)) {
          for (const [unanswered = 0] of upTo(undetermined)) {
            for (const [taxes = 0, vehicles = 0] of upTo(unanswered, unanswered)) {
              if (taxes + vehicles < unanswered) continue;
              const counts: Counts<number> = {
                programs: [
                  { program: one, households: a, persons: 2 * a },
                  { program: other, households: b, persons: 2 * b },
                ],
                outcomes: outcomesOf(a + b, undetermined),
                findings: [
                  { code: 'RELIEF_CLASS', households: relief },
                  { code: 'CHECK_UNANSWERED', households: unanswered },
                ],
                silentRegistries: [
                  { registry: 'taxes', households: taxes },
                  { registry: 'vehicles', households: vehicles },
                ],
              };
              yield tableOf(counts, Math.max(a, b) >= 7);
            }
          }
        }
      }
    }
    expect(determined(tables())).toEqual([]);
  });
});
