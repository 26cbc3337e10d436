import { z } from 'zod';

const whole = (most: number) => z.coerce.number().int().min(1).max(most);

/** How what concurrent requests ask of a department becomes one call. */
export const mergeVariables = {
  MERGED_CALLS_AT_ONCE: whole(64)
    .default(8)
    .describe(
      'how many calls for entities are under way to a department before others wait and are merged, 1 to 64',
    ),
  WAVES_AT_ONCE: whole(64)
    .default(1)
    .describe(
      'how many waves of the same published query are under way before those who ask it meanwhile wait, 50 ms at most, and begin together, 1 to 64',
    ),
  MERGED_ENTITIES: whole(200)
    .default(64)
    .describe('how many entities a merged call to a department names, 1 to 200'),
};
