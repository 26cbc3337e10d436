/** Work that took longer than it may. */
export class DeadlineExceeded extends Error {
  readonly code = 'DEADLINE_EXCEEDED';

  constructor() {
    super('The work ran past its deadline');
    this.name = 'DeadlineExceeded';
  }
}

/**
 * The result of some work, or DeadlineExceeded where it is not there by the deadline (ms since the epoch; Infinity where
 * there is none), or the reason of the signal where that is aborted before. What came while the process was busy with something else counts, though it
 * is only read when the deadline is over.
 */
export function within<T>(deadline: number, work: Promise<T>, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
    };
    const aborted = (): void => fail(signal?.reason as Error);
    const fail = (reason: Error): void => {
      end();
      reject(reason);
    };
    const late = (): void => void setImmediate(() => fail(new DeadlineExceeded()));
    const timer = deadline === Infinity ? undefined : setTimeout(late, Math.max(0, deadline - Date.now()));
    if (signal?.aborted) aborted();
    else signal?.addEventListener('abort', aborted);
    work.then((result) => {
      end();
      resolve(result);
    }, fail);
  });
}
