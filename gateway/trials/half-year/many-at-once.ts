/** Does work for each of many, in their order, some at a time. Where one fails, no other is begun. */
export async function manyAtOnce<T>(
  many: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  const waiting = many.values();
  // All take from the one list, so that nobody waits for the slowest.
  const worker = async () => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, many.length) }, worker));
}
