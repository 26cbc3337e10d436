import { createHmac } from 'node:crypto';
import type { TableShape } from './entity-of';

/**
 * What is known of each registry's data as a whole. A registry without a row here was never filled, and so
 * cannot tell 'none'.
 */
export const registryState: TableShape = {
  table: 'registry_state',
  key: ['registry'],
  persons: [],
  indices: [],
  stored: [
    { name: 'registry', type: 'text', length: 60, nullable: false },
    /** The instant that the data stands for, in milliseconds since the epoch. */
    { name: 'as_of', type: 'integer', nullable: false },
    { name: 'filled_at', type: 'integer', nullable: false },
    { name: 'records', type: 'integer', nullable: false },
    /** `exchange` for imported files, `sample` for the made-up district of a development machine. */
    { name: 'source', type: 'text', length: 10, nullable: false },
    { name: 'person_key', type: 'text', length: 16, nullable: false },
  ],
};

export type DataSourceKind = 'exchange' | 'sample';

/**
 * Tells which key made the pseudonyms of a registry without telling the key. Under another key every look-up
 * would find nothing, which must not pass for 'none'.
 */
export function fingerprintOf(personKey: Uint8Array): string {
  return createHmac('sha256', personKey).update('registry-state').digest('hex').slice(0, 16);
}
