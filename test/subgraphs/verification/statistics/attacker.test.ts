import type { Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import type { Counts, Told } from '../../../../subgraphs/verification/statistics/counts';
import { hiddenOfSum, sumOf } from '../../../../subgraphs/verification/statistics/hidden-of-sum';
import type { Reaches } from '../../../../subgraphs/verification/statistics/reach';
import { suppress } from '../../../../subgraphs/verification/statistics/suppress';

/**
 * An attacker who knows what is told, how the numbers hang together and how they are hidden: they take every table
 * that there may be, keep those that would be told in these very words, and see whether a hidden number is the same in
 * all of them. Tables and threshold are small. A table with a number near the greatest that is tried is not judged:
 * larger ones would be told alike.
 */
const threshold = 4;

/** One table: how it is told, and the hidden numbers by name. */
interface Table {
  readonly told: string;
  readonly hidden: Readonly<Record<string, number>>;
  readonly isAtEdge: boolean;
}

/** Hidden numbers that are the same in all tables told alike, of those that matter. */
function determined(
  tables: Iterable<Table>,
  matters: (number: number) => boolean = () => true,
): readonly string[] {
  const ranges = new Map<string, { least: number; most: number; isAtEdge: boolean }>();
  for (const { told, hidden, isAtEdge } of tables) {
    for (const [name, number] of Object.entries(hidden)) {
      const range = ranges.get(`${name} in ${told}`) ?? { least: number, most: number, isAtEdge: true };
      ranges.set(`${name} in ${told}`, {
        least: Math.min(number, range.least),
        most: Math.max(number, range.most),
        isAtEdge: isAtEdge && range.isAtEdge,
      });
    }
  }
  return [...ranges]
    .filter(([, { least, most, isAtEdge }]) => least === most && !isAtEdge && matters(least))
    .map(([place]) => place);
}

/** Every row of as many numbers, each from 0 to its limit. */
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
      for (const numbers of upTo(20, 20, 20)) {
        const total = sumOf(numbers);
        if (total < 10) continue;
        const hidden = hiddenOfSum(numbers, 10);
        yield {
          told: [total, ...numbers.map((number, place) => (hidden.has(place) ? '?' : number))].join(' '),
          hidden: Object.fromEntries([...hidden].map((place) => [place, numbers[place] ?? 0])),
          isAtEdge: numbers.some((number) => number >= 19),
        };
      }
    }
    expect(determined(tables())).toEqual([]);
  });

  test('are told where none is small, and never tell that several are few together', () => {
    for (const numbers of upTo(12, 12, 12)) {
      const hidden = [...hiddenOfSum(numbers, 10)].map((place) => numbers[place] ?? 0);
      const hasSmall = numbers.some((number) => number > 0 && number < 10);
      if (!hasSmall) expect(hidden).toEqual([]);
      else if (sumOf(numbers) >= 10) expect(sumOf(hidden)).toBeGreaterThanOrEqual(10);
    }
  });
});

const one = 'MINIMUM_LIVING_ALLOWANCE';
const other = 'TEMPORARY_ASSISTANCE';
const all: ReadonlySet<Program> = new Set<Program>([one, other]);

/** RELIEF_CLASS is found in one program alone; registries are silent in all of them, and then nobody MEETS. */
const reaches: Reaches = {
  finding: (code) =>
    code === 'RELIEF_CLASS'
      ? { programs: new Set([other]), outcomes: new Set(['MEETS', 'UNDETERMINED']) }
      : { programs: all, outcomes: new Set(['UNDETERMINED']) },
  registry: () => ({ programs: all, outcomes: new Set(['UNDETERMINED']) }),
};

/** Households and persons by program, how many were not settled, and what was found or was silent. */
function counted(
  byProgram: readonly (readonly [program: Program, households: number, persons: number])[],
  undetermined: number,
  [relief = 0, unanswered = 0, taxes = 0, vehicles = 0]: readonly number[] = [],
): Counts<number> {
  const total = sumOf(byProgram.map(([, households]) => households));
  return {
    programs: byProgram.map(([program, households, persons]) => ({ program, households, persons })),
    outcomes: [
      { outcome: 'MEETS', households: total - undetermined },
      { outcome: 'UNDETERMINED', households: undetermined },
    ],
    findings: [
      { code: 'RELIEF_CLASS', households: relief },
      { code: 'CHECK_UNANSWERED', households: unanswered },
    ],
    silentRegistries: [
      { registry: 'taxes', households: taxes },
      { registry: 'vehicles', households: vehicles },
    ],
  };
}

/** The table of counts, as it is told and with what is hidden. */
function tableOf(counts: Counts<number>, isAtEdge: boolean): Table {
  const told = numbersOf(suppress(counts, reaches, threshold));
  const hidden = Object.entries(numbersOf({ ...counts, total: null })).filter(
    ([name]) => told[name] === null,
  );
  return {
    told: JSON.stringify(told),
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
  return {
    ...Object.fromEntries(programs.map(({ program, households }) => [program, households])),
    ...Object.fromEntries(programs.map(({ program, persons }) => [`persons of ${program}`, persons])),
    ...Object.fromEntries(outcomes.map(({ outcome, households }) => [outcome, households])),
    // Their order is part of what is told.
    ...Object.fromEntries(findings.map(({ code, households }) => [code, households])),
    ...Object.fromEntries(silentRegistries.map(({ registry, households }) => [registry, households])),
    ...(total && { total: total.households, persons: total.persons }),
  };
}

/** How many had no answer, and from which of two registries: everybody from one at the least. */
function* silences(undetermined: number): Generator<readonly number[]> {
  for (const [unanswered = 0] of upTo(undetermined)) {
    for (const [taxes = 0, vehicles = 0] of upTo(unanswered, unanswered)) {
      if (taxes + vehicles >= unanswered) yield [unanswered, taxes, vehicles];
    }
  }
}

describe('An attacker who tries every table', () => {
  test('learns no hidden number of programs, persons and outcomes', () => {
    function* tables(): Generator<Table> {
      for (const [a = 0, b = 0] of upTo(8, 8)) {
        for (const [more = 0, most = 0, undetermined = 0] of upTo(a, b, a + b)) {
          const byProgram = [
            [one, a, a + more],
            [other, b, b + most],
          ] as const;
          yield tableOf(counted(byProgram, undetermined), Math.max(a, b) > 5);
        }
      }
    }
    expect(determined(tables())).toEqual([]);
  });

  // A finding that is not small is left out where a small number would follow from it; that it may itself follow then
  // tells nothing of anybody.
  test('learns no small number of findings and silent registries, nor by them of a program or an outcome', () => {
    function* tables(): Generator<Table> {
      for (const [a = 0, b = 0, undetermined = 0] of upTo(5, 5, 10)) {
        if (undetermined > a + b) continue;
        for (const [relief = 0] of upTo(b)) {
          for (const silent of silences(undetermined)) {
            const byProgram = [
              [one, a, 2 * a],
              [other, b, 2 * b],
            ] as const;
            yield tableOf(counted(byProgram, undetermined, [relief, ...silent]), Math.max(a, b) > 4);
          }
        }
      }
    }
    expect(determined(tables(), (number) => number < threshold)).toEqual([]);
  });
});
