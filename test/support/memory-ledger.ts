import type { AccessEntry } from '../../gateway/ledger/access-entry';
import type { Ledger } from '../../gateway/ledger/ledger';

/** A ledger that only remembers, and that can be told to fail. */
export interface MemoryLedger extends Ledger {
  readonly entries: AccessEntry[];
  isWritable: boolean;
  /** Whether writes are refused from now on. */
  fails: boolean;
}

export function memoryLedger(): MemoryLedger {
  const ledger: MemoryLedger = {
    entries: [],
    isWritable: true,
    fails: false,
    write: (entry) => {
      if (ledger.fails) return Promise.reject(new Error('the ledger was told to fail'));
      ledger.entries.push(entry);
      return Promise.resolve();
    },
    read: () => Promise.resolve({ accesses: [], hasNextPage: false }),
    close: () => Promise.resolve(),
  };
  return ledger;
}
