/** Work that took longer than it may. */
export class DeadlineExceeded extends Error {
  readonly code = 'DEADLINE_EXCEEDED';

  constructor() {
    super('The work ran past its deadline');
    this.name = 'DeadlineExceeded';
  }
}

/**
 * The result of some work, or DeadlineExceeded where it is not there by the deadline (ms since the epoch). What came
 * while the process was busy with something else counts, though it is only read when the deadline is over.
 */
export async function within<T>(deadline: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    const late = () => void setImmediate(() => reject(new DeadlineExceeded()));
    timer = setTimeout(late, Math.max(0, deadline - Date.now()));
  });
  try {
    return await Promise.race([work, tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
