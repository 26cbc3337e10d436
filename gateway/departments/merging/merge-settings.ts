import type { Config } from '../../../schema/config/read-config';

/** How much of what is asked of one department becomes one call. */
export interface MergeSettings {
  /** How many calls for entities are under way at a time before others wait for the end of one. */
  readonly atOnce: number;
  /** How many entities a merged call names at most; whatever names more by itself is asked by itself, at once. */
  readonly mostEntities: number;
  /** How long a call waits for the end of another, in milliseconds: then it is sent however many are under way. */
  readonly longestWaitMs: number;
}

const longestWaitMs = 50;

export function mergeSettings(config: Config): MergeSettings {
  return { atOnce: config.MERGED_CALLS_AT_ONCE, mostEntities: config.MERGED_ENTITIES, longestWaitMs };
}
