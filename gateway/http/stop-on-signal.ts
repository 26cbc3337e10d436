import { setTimeout as pause } from 'node:timers/promises';
import type { Listening } from './listen';

export interface Stopping {
  readonly graph: { drain(): void; close(): Promise<void> };
  readonly listening: Pick<Listening, 'close'>;
}

const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Ends the process with status 0 when it is told to: readiness falls at once, and listening ends `delayMs` later, when
 * whoever spreads requests over gateways has seen it. Requests under way are answered, with their entries in the ledger.
 * A second signal ends it on the spot.
 */
export function stopOnSignal(delayMs: number, { graph, listening }: Stopping): void {
  const stop = async (): Promise<void> => {
    for (const signal of signals) process.removeListener(signal, onSignal);
    graph.drain();
    await pause(delayMs);
    await listening.close();
    await graph.close();
    process.exit(0);
  };
  const onSignal = (): void => void stop();
  for (const signal of signals) process.on(signal, onSignal);
}
