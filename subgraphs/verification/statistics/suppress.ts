import type { Outcome } from '../../eligibility/engine/assessment';
import type { Program } from '../../eligibility/engine/facts/facts';
import type { Counts, Told } from './counts';
import { hiddenOfSum, sumOf } from './hidden-of-sum';
import { inOrder } from './in-order';
import type { Reach, Reaches } from './reach';

/** Numbers below it are not told: a handful of households is people whom a neighbour recognises. */
export const tellingThreshold = 10;

/** All that was counted, as verifiers see it. */
export function unsuppressed(counts: Counts<number>): Told {
  return { ...inOrder(counts), total: totalOf(counts) };
}

/**
 * What may be told to everybody: no number from 1 to 9, and none from which one of them would follow by the sums, or
 * by where the rules let a finding be. Persons are told where their households are, and only there.
 *
 * It speaks of one table: whoever may ask for any time has to be told the same months in the same pieces, or one table
 * taken from another tells what neither does.
 * @throws Error where outcomes and programs do not sum to the same.
 */
export function suppress(counts: Counts<number>, reaches: Reaches, threshold = tellingThreshold): Told {
  const total = totalOf(counts);
  // A total below the threshold is of numbers below it: all but zeros are hidden then.
  const isTotalTold = total.households === 0 || total.households >= threshold;
  const programs = toldParts(counts.programs, threshold).map((part) => ({
    ...part,
    persons: part.households === null ? null : part.persons,
  }));
  const outcomes = toldParts(counts.outcomes, threshold);
  const told: KnownParts = {
    programs: new Map(programs.map((part) => [part.program, part.households])),
    outcomes: new Map(outcomes.map((part) => [part.outcome, part.households])),
  };
  const tell = (households: number, reach: Reach) =>
    households === 0 || (households >= threshold && followsNothing(households, reach, told))
      ? households
      : null;
  const silentRegistries = counts.silentRegistries.map(({ registry, households }) => ({
    registry,
    households: tell(households, reaches.registry(registry)),
  }));
  const findings = counts.findings.map(({ code, households }) => {
    const isTold = code !== 'CHECK_UNANSWERED' || isCoveredBy(silentRegistries, households);
    return { code, households: isTold ? tell(households, reaches.finding(code)) : null };
  });
  return {
    ...inOrder({
      programs,
      outcomes,
      findings,
      silentRegistries,
    }),
    total: isTotalTold ? total : { households: null, persons: null },
  };
}

interface KnownParts {
  readonly programs: ReadonlyMap<Program, number | null>;
  readonly outcomes: ReadonlyMap<Outcome, number | null>;
}

/** Parts of the total, without the numbers that must not be told. */
function toldParts<P extends { readonly households: number }>(
  parts: readonly P[],
  threshold: number,
): readonly (Omit<P, 'households'> & { readonly households: number | null })[] {
  const hidden = hiddenOfSum(
    parts.map(({ households }) => households),
    threshold,
  );
  return parts.map((part, place) => ({ ...part, households: hidden.has(place) ? null : part.households }));
}

/**
 * Whether nothing follows from a number of households about programs and outcomes that are hidden: it finds room among
 * those that are told. A number above them says of the hidden ones how many they are at the least.
 */
function followsNothing(households: number, reach: Reach, { programs, outcomes }: KnownParts): boolean {
  return hasRoom(households, reach.programs, programs) && hasRoom(households, reach.outcomes, outcomes);
}

function hasRoom<K>(
  households: number,
  reach: ReadonlySet<K>,
  parts: ReadonlyMap<K, number | null>,
): boolean {
  const within = [...parts].filter(([part]) => reach.has(part)).map(([, told]) => told);
  return !within.includes(null) || households <= sumOf(within.map((told) => told ?? 0));
}

/** Households without an answer are those of the silent registries: as few as the told ones say nothing of a hidden one. */
function isCoveredBy(registries: Told['silentRegistries'], households: number): boolean {
  const told = registries.map((one) => one.households);
  return !told.includes(null) || households <= sumOf(told.map((one) => one ?? 0));
}

function totalOf({ programs, outcomes }: Counts<number>): {
  readonly households: number;
  readonly persons: number;
} {
  const households = sumOf(programs.map((part) => part.households));
  if (sumOf(outcomes.map((part) => part.households)) !== households) {
    throw new Error('outcomes and programs are of the same households');
  }
  return { households, persons: sumOf(programs.map(({ persons }) => persons)) };
}
