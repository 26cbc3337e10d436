import { performance } from 'node:perf_hooks';

/** Begins to watch this process; what it gives tells for which share of the time since then it was at work. */
export type WatchOwnWork = () => () => number;

export const watchEventLoop: WatchOwnWork = () => {
  const before = performance.eventLoopUtilization();
  return () => performance.eventLoopUtilization(before).utilization;
};
