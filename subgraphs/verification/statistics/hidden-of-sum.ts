/**
 * Which of the numbers that sum to a total must not be told, by their places; the reader knows the total and this rule.
 *
 * A number from 1 to below the threshold is not told: it is few enough to recognise somebody in. Zero is told, as
 * statistical offices do: it is about nobody, and hides no other. What is hidden has to hide each other; where it does
 * not, others are hidden with it. Which ones goes by their places, from the last: were it the smallest, a reader would
 * know them to be below whatever is told.
 */
export function hiddenOfSum(numbers: readonly number[], threshold: number): ReadonlySet<number> {
  const some = [...numbers.entries()].filter(([, number]) => number > 0);
  const hidden = new Map(some.filter(([, number]) => number < threshold));
  if (hidden.size === 0) return new Set();
  for (const [place, number] of some.toReversed()) {
    if (hideEachOther([...hidden.values()], threshold)) break;
    hidden.set(place, number);
  }
  return new Set(hidden.keys());
}

/**
 * One number alone follows from the total. Several small ones must not be few together, which the total would tell, nor
 * so many that each has to be all but at the threshold; one that is not small is any number, and hides the others.
 */
function hideEachOther(numbers: readonly number[], threshold: number): boolean {
  const together = sumOf(numbers);
  const isAmongMany = together >= threshold && together < 2 * (threshold - 1);
  return numbers.length >= 2 && (isAmongMany || numbers.some((number) => number >= threshold));
}

export function sumOf(numbers: Iterable<number>): number {
  return [...numbers].reduce((sum, number) => sum + number, 0);
}
