import type { Checks } from './published-table';

/** Families from which so many with so many people cannot be picked. More families may help. */
export class NoSuchPick extends Error {
  override readonly name = 'NoSuchPick';
}

/** A family by how many members it has. */
export interface Sized {
  readonly size: number;
}

/**
 * Picks exactly so many families with exactly so many people: the first ones and, while their people are too many or too
 * few, one of them after the other is exchanged for one that was left, for the greatest gain that does not go past the
 * number. Each exchange brings the people nearer to it, so that it ends; where families of sizes side by side were left,
 * it ends at the number. The same families give the same pick.
 * @throws NoSuchPick where the families are too few, or no exchange is left that would bring the people nearer.
 */
export function pickFamilies<F extends Sized>(
  families: readonly F[],
  { households, persons }: Checks,
): readonly F[] {
  if (families.length < households) {
    throw new NoSuchPick(`there are ${families.length} families, and ${households} are wanted`);
  }
  const picked = families.slice(0, households);
  const left = families.slice(households);
  for (let missing = persons - peopleOf(picked); missing !== 0; missing = persons - peopleOf(picked)) {
    const exchange = greatestExchange(picked, left, missing);
    if (!exchange) {
      throw new NoSuchPick(
        `${households} families with ${persons} people cannot be made: ${missing} missing`,
      );
    }
    const { out, into } = exchange;
    const leaving = picked[out.place];
    const coming = left[into.place];
    if (!leaving || !coming) throw new Error('places are those of families');
    picked[out.place] = coming;
    left[into.place] = leaving;
  }
  return picked;
}

interface Place extends Sized {
  readonly place: number;
}

/** The exchange that brings the people nearest to what is missing, without going past it. */
function greatestExchange(picked: readonly Sized[], left: readonly Sized[], missing: number) {
  let greatest: { out: Place; into: Place; gain: number } | undefined;
  for (const out of oneOfEachSize(picked)) {
    for (const into of oneOfEachSize(left)) {
      const gain = (into.size - out.size) * Math.sign(missing);
      if (gain > (greatest?.gain ?? 0) && gain <= Math.abs(missing)) greatest = { out, into, gain };
    }
  }
  return greatest;
}

function oneOfEachSize(families: readonly Sized[]): readonly Place[] {
  return [...new Map(families.map(({ size }, place) => [size, { size, place }])).values()];
}

function peopleOf(families: readonly Sized[]): number {
  return families.reduce((sum, { size }) => sum + size, 0);
}
