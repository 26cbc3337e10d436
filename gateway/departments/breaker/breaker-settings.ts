import type { Config } from '../../../schema/config/read-config';
import { departmentShare } from '../department-share';

/** When a department is spared further calls, and for how long. */
export interface BreakerSettings {
  /** Fewer calls than these within the window open no circuit, however they ended. */
  readonly leastCalls: number;
  /** The share of them, above 0 and up to 1, at which it opens where so many failed. */
  readonly failedShare: number;
  readonly windowMs: number;
  /** How long nobody is asked before one call is let through on trial. */
  readonly pauseMs: number;
  /**
   * An answer that took longer counts as a failure, and is given all the same; not where this process had too much to do
   * itself for that time to be the department's.
   */
  readonly slowMs: number;
}

/**
 * A department gives a database up when its share of the time is over, and answers without it: an answer that took nearly
 * as long is one of a database that hangs.
 */
const slowShare = departmentShare - 0.05;

export function breakerSettings(config: Config): BreakerSettings {
  return {
    leastCalls: config.BREAKER_CALLS,
    failedShare: config.BREAKER_FAILED_PERCENT / 100,
    windowMs: config.BREAKER_WINDOW_MS,
    pauseMs: config.BREAKER_PAUSE_MS,
    slowMs: config.BREAKER_SLOW_MS ?? Math.round(config.DEPARTMENT_DEADLINE_MS * slowShare),
  };
}
