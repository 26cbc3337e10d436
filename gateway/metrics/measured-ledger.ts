import { Gauge, Histogram, type Registry } from 'prom-client';
import type { AccessEntry } from '../ledger/access-entry';
import type { Ledger } from '../ledger/ledger';
import { callSeconds, seconds } from './seconds';

/** A ledger of which it is known how long its entries wait, and how many do: an answer waits for as long. */
export function measuredLedger(ledger: Ledger, registry: Registry): Ledger {
  const registers = [registry];
  const writes = new Histogram({
    name: 'gateway_ledger_write_seconds',
    help: 'How long an entry took from the end of its request until it was durable, or was not',
    labelNames: ['outcome'],
    buckets: callSeconds,
    registers,
  });
  let waiting = 0;
  new Gauge({
    name: 'gateway_ledger_waiting_entries',
    help: 'Entries that are not known to be durable yet',
    registers,
    collect() {
      this.set(waiting);
    },
  });
  new Gauge({
    name: 'gateway_ledger_writable',
    help: '1 where the ledger can be written, else 0',
    registers,
    collect() {
      this.set(ledger.isWritable ? 1 : 0);
    },
  });
  return {
    get isWritable() {
      return ledger.isWritable;
    },
    async write(entry: AccessEntry) {
      const began = performance.now();
      const told = (outcome: string) => writes.observe({ outcome }, seconds(performance.now() - began));
      waiting += 1;
      try {
        await ledger.write(entry);
        told('written');
      } catch (error) {
        told('failed');
        throw error;
      } finally {
        waiting -= 1;
      }
    },
    read: (search) => ledger.read(search),
    close: () => ledger.close(),
  };
}
