/** The result of some work, or a rejection with the reason of the signal where that is aborted before. */
export async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let stopListening = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    const tell = (): void => reject(signal.reason as Error);
    if (signal.aborted) tell();
    signal.addEventListener('abort', tell);
    stopListening = () => signal.removeEventListener('abort', tell);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stopListening();
  }
}
