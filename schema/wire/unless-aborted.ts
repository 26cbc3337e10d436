/** The result of some work, or a rejection with the reason of the signal where that is aborted before. */
export function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (): void => signal.removeEventListener('abort', aborted);
    const aborted = (): void => fail(signal.reason as Error);
    const fail = (reason: Error): void => {
      end();
      reject(reason);
    };
    if (signal.aborted) aborted();
    else signal.addEventListener('abort', aborted);
    work.then((result) => {
      end();
      resolve(result);
    }, fail);
  });
}
