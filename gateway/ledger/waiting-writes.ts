import type { PendingEntry } from './pending-entry';
import type { Timers } from './timers';

interface Waiting {
  readonly entry: PendingEntry;
  settle(error?: Error): void;
}

/** What a write rejects with: it names no entry, for an entry names people. */
export class LedgerWriteError extends Error {
  override readonly name = 'LedgerWriteError';
}

/** The entries that wait for the next transaction, each with whoever waits for it. */
export class WaitingWrites {
  readonly #timers: Timers;
  readonly #limits: { readonly most: number; readonly patienceMs: number };
  readonly #waiting = new Set<Waiting>();

  constructor(timers: Timers, limits: { readonly most: number; readonly patienceMs: number }) {
    this.#timers = timers;
    this.#limits = limits;
  }

  get size(): number {
    return this.#waiting.size;
  }

  /** Resolves or rejects when the entry is settled, and rejects when that takes too long; then it may yet be written. */
  add(entry: PendingEntry): Promise<void> {
    if (this.#waiting.size >= this.#limits.most) {
      return Promise.reject(new LedgerWriteError('too many entries wait for the ledger'));
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        entry,
        settle: (error) => {
          cancel();
          this.#waiting.delete(waiting);
          if (error) reject(error);
          else resolve();
        },
      };
      const cancel = this.#timers.after(this.#limits.patienceMs, () =>
        waiting.settle(new LedgerWriteError('the ledger took too long')),
      );
      this.#waiting.add(waiting);
    });
  }

  /** Takes the oldest out, to be written and settled together. */
  take(most: number): { readonly entries: readonly PendingEntry[]; settle(error?: Error): void } {
    const taken: Waiting[] = [];
    for (const waiting of this.#waiting) {
      if (taken.length === most) break;
      taken.push(waiting);
    }
    for (const waiting of taken) this.#waiting.delete(waiting);
    return {
      entries: taken.map(({ entry }) => entry),
      settle: (error) => {
        for (const waiting of taken) waiting.settle(error);
      },
    };
  }

  rejectAll(error: Error): void {
    for (const waiting of [...this.#waiting]) waiting.settle(error);
  }
}
