import type { Outcome } from '../../../../subgraphs/eligibility/engine/assessment';
import { programs, type Program } from '../../../../subgraphs/eligibility/engine/facts/facts';
import { loadPolicies } from '../../../../subgraphs/eligibility/policies/load-policies';
import type { Counts, Told } from '../../../../subgraphs/verification/statistics/counts';
import { reachesOf } from '../../../../subgraphs/verification/statistics/reach';
import { suppress, unsuppressed } from '../../../../subgraphs/verification/statistics/suppress';

const reaches = reachesOf(loadPolicies());
const outcomes: readonly Outcome[] = ['MEETS', 'FAILS', 'NEEDS_REVIEW', 'UNDETERMINED'];

/** Households and persons of the programs, and households of the outcomes, in the order of their enums. */
function counted(
  households: readonly (readonly [households: number, persons: number])[],
  byOutcome: readonly number[],
  more: Partial<Pick<Counts<number>, 'findings' | 'silentRegistries'>> = {},
): Counts<number> {
  return {
    programs: programs.map((program, place) => ({
      program,
      households: households[place]?.[0] ?? 0,
      persons: households[place]?.[1] ?? 0,
    })),
    outcomes: outcomes.map((outcome, place) => ({ outcome, households: byOutcome[place] ?? 0 })),
    findings: [],
    silentRegistries: [],
    ...more,
  };
}

const halfYear = [
  [2268, 5732],
  [625, 2318],
  [146, 473],
  [156, 177],
  [43, 122],
] as const;

const householdsOf = (told: Told) => told.programs.map(({ households }) => households);
const outcomesOf = (told: Told) => told.outcomes.map(({ households }) => households);

describe('What everybody is told of a half-year', () => {
  test('is the published table where no number is small', () => {
    const told = suppress(counted(halfYear, [2000, 600, 400, 238]), reaches);
    expect(told.programs.map(({ households, persons }) => [households, persons])).toEqual(halfYear);
    expect(told.total).toEqual({ households: 3238, persons: 8822 });
  });

  test('hides the last of the others with a small number, and the persons of both', () => {
    const told = suppress(
      counted(
        [
          [2268, 5732],
          [625, 2318],
          [146, 473],
          [156, 177],
          [3, 9],
        ],
        [2960, 238],
      ),
      reaches,
    );
    expect(told.programs.map(({ households, persons }) => [households, persons])).toEqual([
      [2268, 5732],
      [625, 2318],
      [146, 473],
      [null, null],
      [null, null],
    ]);
    expect(told.total).toEqual({ households: 3198, persons: 8709 });
  });

  test('tells zero, which hides nothing', () => {
    const told = suppress(
      counted(
        [
          [20, 40],
          [0, 0],
          [4, 4],
        ],
        [24],
      ),
      reaches,
    );
    expect(householdsOf(told)).toEqual([null, 0, null, 0, 0]);
    expect(outcomesOf(told)).toEqual([24, 0, 0, 0]);
  });

  test('hides more where the hidden ones are few together', () => {
    const told = suppress(
      counted(
        [
          [50, 90],
          [40, 80],
          [30, 60],
          [2, 2],
          [3, 3],
        ],
        [125],
      ),
      reaches,
    );
    expect(householdsOf(told)).toEqual([50, 40, null, null, null]);
  });

  test('leaves the total out where it is small itself', () => {
    const told = suppress(
      counted(
        [
          [5, 11],
          [3, 9],
        ],
        [8],
      ),
      reaches,
    );
    expect(told.total).toEqual({ households: null, persons: null });
    expect(householdsOf(told)).toEqual([null, null, 0, 0, 0]);
    expect(outcomesOf(told)).toEqual([null, 0, 0, 0]);
  });

  test('is all zeros where there was nothing', () => {
    expect(suppress(counted([], []), reaches).total).toEqual({ households: 0, persons: 0 });
  });

  test('hides an outcome that the others and the total would give', () => {
    expect(outcomesOf(suppress(counted([[60, 99]], [40, 15, 3, 2]), reaches))).toEqual([
      40,
      null,
      null,
      null,
    ]);
  });

  test('leaves out a finding that would give a hidden program: every relief household has its class', () => {
    const findings = [
      { code: 'RELIEF_CLASS', households: 50 },
      { code: 'CHECK_UNANSWERED', households: 20 },
      { code: 'RECENT_DIVORCE', households: 4 },
    ] as const;
    const told = suppress(
      counted(
        [
          [90, 150],
          [50, 80],
          [0, 0],
          [0, 0],
          [3, 9],
        ],
        [100, 43],
        { findings },
      ),
      reaches,
    );
    expect(householdsOf(told)).toEqual([90, null, 0, 0, null]);
    expect(told.findings).toEqual([
      { code: 'CHECK_UNANSWERED', households: 20 },
      { code: 'RECENT_DIVORCE', households: null },
      { code: 'RELIEF_CLASS', households: null },
    ]);
  });

  test('leaves out how many had no answer where that would give a registry that few missed', () => {
    const told = suppress(
      counted([[90, 150]], [40, 0, 0, 50], {
        findings: [{ code: 'CHECK_UNANSWERED', households: 20 }],
        silentRegistries: [
          { registry: 'taxes', households: 9 },
          { registry: 'vehicles', households: 11 },
        ],
      }),
      reaches,
    );
    expect(told.findings).toEqual([{ code: 'CHECK_UNANSWERED', households: null }]);
    expect(told.silentRegistries).toEqual([
      { registry: 'vehicles', households: 11 },
      { registry: 'taxes', households: null },
    ]);
  });

  test('lists what is hidden last and by name, so that its place tells nothing', () => {
    const findings = (['VEHICLE_OWNED', 'SHOP_OWNED', 'RECENT_DIVORCE', 'HOMES_SEVERAL'] as const).map(
      (code, place) => ({ code, households: [12, 9, 8, 30][place] ?? 0 }),
    );
    const told = suppress(counted([[90, 150]], [90], { findings }), reaches);
    expect(told.findings.map(({ code, households }) => [code, households])).toEqual([
      ['HOMES_SEVERAL', 30],
      ['VEHICLE_OWNED', 12],
      ['RECENT_DIVORCE', null],
      ['SHOP_OWNED', null],
    ]);
  });

  test('is of the same households whichever way they are counted', () => {
    expect(() => suppress(counted([[20, 40]], [19]), reaches)).toThrow('of the same households');
  });
});

test('Verifiers see every number', () => {
  const counts = counted(
    [
      [5, 11],
      [3, 9],
    ],
    [8],
    {
      findings: [
        { code: 'RECENT_DIVORCE', households: 1 },
        { code: 'VEHICLE_OWNED', households: 2 },
      ],
    },
  );
  expect(unsuppressed(counts)).toEqual({
    ...counts,
    findings: [...counts.findings].reverse(),
    total: { households: 8, persons: 20 },
  });
});

describe('Where a finding may be', () => {
  test('follows from the editions', () => {
    const programsOf = (code: Parameters<typeof reaches.finding>[0]): readonly Program[] => [
      ...reaches.finding(code).programs,
    ];
    expect(programsOf('RELIEF_CLASS')).toEqual(['TEMPORARY_ASSISTANCE']);
    expect(programsOf('NOT_ON_ROLL')).toEqual(['HOUSING_ASSISTANCE']);
    expect(programsOf('LIVELIHOOD_ABOVE_LIMIT')).toEqual(['SPECIAL_HARDSHIP_SUPPORT']);
    expect(new Set(programsOf('CHECK_UNANSWERED'))).toEqual(new Set(programs));
    expect([...reaches.registry('publicRentals').programs]).toEqual(['HOUSING_ASSISTANCE']);
  });
});
