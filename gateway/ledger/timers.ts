/** How the ledger waits; a test lets time pass by itself. */
export interface Timers {
  /** Runs something once, so many milliseconds from now; the result takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Timers that keep no process alive. */
export const processTimers: Timers = {
  after(milliseconds, run) {
    const timer = setTimeout(run, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
