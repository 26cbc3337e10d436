import { z } from 'zod';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** When departments that fail, or are late, are spared calls. */
export const breakerVariables = {
  BREAKER_CALLS: whole(1, 1_000_000)
    .default(20)
    .describe(
      'how many calls to a department have to have ended within BREAKER_WINDOW_MS before it may be spared any, 1 to 1000000',
    ),
  BREAKER_FAILED_PERCENT: whole(1, 100)
    .default(50)
    .describe('how many of a hundred of them have to have failed or been late, 1 to 100'),
  BREAKER_WINDOW_MS: whole(100, 600_000)
    .default(10_000)
    .describe('milliseconds for which the end of a call to a department is remembered, 100 to 600000'),
  BREAKER_PAUSE_MS: whole(100, 600_000)
    .default(5_000)
    .describe(
      'milliseconds for which a department is then asked nothing, before one call tries it, 100 to 600000',
    ),
  BREAKER_SLOW_MS: whole(1, 600_000)
    .optional()
    .describe(
      'milliseconds after which an answer of a department counts as late though it is given; else 85 % of DEPARTMENT_DEADLINE_MS',
    ),
};
