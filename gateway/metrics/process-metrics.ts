import { collectDefaultMetrics, Registry } from 'prom-client';

let collected: Registry | undefined;

/** Memory, processor, garbage and the lag of the event loop, measured once a process and from the first call on. */
export function processMetrics(): Registry {
  if (!collected) {
    collected = new Registry();
    collectDefaultMetrics({ register: collected });
  }
  return collected;
}
