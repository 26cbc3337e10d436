/** What keeps a process from starting and can be mended by whoever starts it: it is told by its message alone. */
export class RefusedStart extends Error {
  override readonly name: string = 'RefusedStart';
}

/** What to tell of a start that failed: a defect is told with its place in the code. */
export function toldAtStart(error: unknown): string {
  const { message, stack = message } = error as Error;
  return error instanceof RefusedStart ? message : stack;
}
