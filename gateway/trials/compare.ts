import type { Expectation, ExpectedFinding } from './read-case';

export interface ReceivedFinding {
  readonly code: string;
  readonly effect: string;
  /** The place of the person whom it is about, such as `member 2`. */
  readonly place: string | null;
}

/** What the graph said of one assessment, people by their places. */
export interface Assessment {
  readonly outcome: string;
  readonly findings: readonly ReceivedFinding[];
  /** Registries, each as often as it is told. */
  readonly unanswered: readonly string[];
  readonly estimate: Amounts | null;
  readonly income: Amounts;
  /** The heads of the income items, each as often as there is an item of it. */
  readonly heads: readonly string[];
}

/** Amounts by the names of their fields. */
type Amounts = Readonly<Record<string, string | null>>;

/** What an assessment says otherwise than expected, a line each: `what: expected …, received …`. */
export function differences(expected: Expectation, received: Assessment): readonly string[] {
  return [
    ...outcome(expected, received),
    ...expected.findings.flatMap((finding) => present(finding, received)),
    ...expected.absent.flatMap((code) => absent(code, received)),
    ...unanswered(expected, received),
    ...estimate(expected, received),
    ...income(expected, received),
  ];
}

const effectOf: Readonly<Record<string, string>> = {
  FAILS: 'BARS',
  UNDETERMINED: 'UNSETTLED',
  NEEDS_REVIEW: 'REVIEW',
};

/** An outcome is told with the findings that made it. */
function outcome(expected: Expectation, received: Assessment): string[] {
  if (expected.outcome === received.outcome) return [];
  const deciding = received.findings.filter(({ effect }) => effect === effectOf[received.outcome]);
  const reasons = listed(deciding.map(({ code }) => code));
  return [
    difference('outcome', expected.outcome, `${received.outcome}${deciding.length ? ` by ${reasons}` : ''}`),
  ];
}

function present({ code, effect, place }: ExpectedFinding, { findings }: Assessment): string[] {
  const same = findings.filter((finding) => finding.code === code);
  const isThere = same.some((of) => of.effect === effect && (place === undefined || of.place === place));
  return isThere ? [] : [difference(code, told({ effect, place: place ?? null }), listed(same.map(told)))];
}

function absent(code: string, { findings }: Assessment): string[] {
  const found = findings.filter((finding) => finding.code === code);
  return found.length === 0 ? [] : [difference(code, 'none', listed(found.map(told)))];
}

function told({ effect, place }: Pick<ReceivedFinding, 'effect' | 'place'>): string {
  return place === null ? effect : `${effect} of ${place}`;
}

/** Registries are compared as a set: a registry is told once for each person whom it did not answer for. */
function unanswered(expected: Expectation, received: Assessment): string[] {
  if (!expected.unanswered) return [];
  const [wanted, got] = [expected.unanswered, received.unanswered].map(listed) as [string, string];
  return wanted === got ? [] : [difference('unanswered', wanted, got)];
}

function estimate(expected: Expectation, received: Assessment): string[] {
  if (expected.estimate === undefined) return [];
  if (expected.estimate === null) {
    return received.estimate ? [difference('estimate', 'none', amounts(received.estimate))] : [];
  }
  return amountsOtherwise('estimate', expected.estimate, received.estimate ?? {});
}

function income(expected: Expectation, received: Assessment): string[] {
  if (!expected.income) return [];
  const { items, ...wanted } = expected.income;
  const heads = items?.map(({ head }) => head).sort();
  const got = [...received.heads].sort();
  return [
    ...amountsOtherwise('income', wanted, received.income),
    ...(heads && heads.join() !== got.join()
      ? [difference('income.items', heads.join(', ') || 'none', got.join(', ') || 'none')]
      : []),
  ];
}

function amountsOtherwise(
  of: string,
  expected: Readonly<Record<string, string | null | undefined>>,
  received: Amounts,
): string[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    const got = received[key] ?? null;
    return wanted === undefined || wanted === got
      ? []
      : [difference(`${of}.${key}`, wanted ?? 'none', got ?? 'none')];
  });
}

function amounts(of: Amounts): string {
  const given = Object.entries(of).filter(([key, value]) => value !== null && key !== 'formula');
  return listed(given.map(([key, value]) => `${key} ${value}`));
}

function listed(of: readonly string[]): string {
  return [...new Set(of)].sort().join(', ') || 'none';
}

function difference(what: string, expected: string, received: string): string {
  return `${what}: expected ${expected}, received ${received}`;
}
