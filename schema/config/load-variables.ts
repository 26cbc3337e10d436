import { z } from 'zod';

const count = (most: number) => z.coerce.number().int().min(1).max(most);

/** What a gateway serves, how much of it at a time, and how it stops. */
export const loadVariables = {
  SUPERGRAPH: z
    .string()
    .min(1)
    .optional()
    .describe(
      'a file with the supergraph to serve, followed while the process runs; else schema/supergraph.graphql, read once',
    ),
  REQUESTS_AT_ONCE: count(10_000)
    .default(64)
    .describe('how many questions are answered at the same time, 1 to 10000; others wait'),
  PAGES_AT_ONCE: count(1_000)
    .default(1)
    .describe('how many pages of a batch are answered at the same time, 1 to 1000; others wait'),
  QUEUE_LENGTH: count(100_000)
    .default(200)
    .describe('how many requests may wait, 1 to 100000; to those beyond the answer is 503'),
  DRAIN_DELAY_MS: z.coerce
    .number()
    .int()
    .min(0)
    .max(60_000)
    .optional()
    .describe(
      'milliseconds for which a gateway that is told to end still listens, 0 to 60000; else 3000 in production and 0 in development',
    ),
};
