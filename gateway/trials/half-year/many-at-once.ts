/** Does work for each of many, in their order, some at a time. Where one fails, no other is begun. */
export async function manyAtOnce<T>(
  many: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<void>,
): Promise<void> {
  // All take from the one list, so that nobody waits for the slowest.
  const waiting = [...many];
  const worker = async () => {
    try {
      for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
    } finally {
      waiting.length = 0;
    }
  };
  const done = await Promise.allSettled(Array.from({ length: Math.min(atOnce, many.length) }, worker));
  const failed = done.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}
