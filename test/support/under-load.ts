/** What is asked under load is whether an answer comes: a busy machine must not make registries UNAVAILABLE. */
export const patience = { REQUEST_DEADLINE_MS: '30000', DEPARTMENT_DEADLINE_MS: '20000' };

/** What became of all requests of a load. */
export interface Load {
  readonly answered: number;
  /** Whatever was not as expected, in words. */
  readonly failures: readonly string[];
}

/** Lets so many ask, each one question after the other, for as long as some work takes; `ask` rejects what is no answer. */
export async function underLoad(
  askers: number,
  ask: (asker: number) => Promise<void>,
  work: () => Promise<void>,
): Promise<Load> {
  const failures: string[] = [];
  let answered = 0;
  let isOver = false;
  const asker = async (number: number): Promise<void> => {
    while (!isOver) {
      try {
        await ask(number);
        answered += 1;
      } catch (error) {
        const { name, message, code } = error as NodeJS.ErrnoException;
        failures.push(`${code ?? name}: ${message}`);
      }
    }
  };
  const asking = Promise.all(Array.from({ length: askers }, (_, number) => asker(number)));
  try {
    await work();
  } finally {
    isOver = true;
    await asking;
  }
  return { answered, failures };
}
