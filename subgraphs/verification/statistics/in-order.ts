import type { Counts } from './counts';

/** Findings and registries by their numbers. Those that are not told come last, by name: their place would tell. */
export function inOrder<N extends number | null>(counts: Counts<N>): Counts<N> {
  return {
    ...counts,
    findings: counts.findings.toSorted(
      (one, other) => byNumber(one.households, other.households) || byName(one.code, other.code),
    ),
    silentRegistries: counts.silentRegistries.toSorted(
      (one, other) => byNumber(one.households, other.households) || byName(one.registry, other.registry),
    ),
  };
}

function byNumber(one: number | null, other: number | null): number {
  return (other ?? -1) - (one ?? -1);
}

function byName(one: string, other: string): number {
  return one < other ? -1 : 1;
}
