import { formatInstant } from '../../../schema/values/instant';
import type { RegistryState } from '../../../schema/wire/registry-state';
import type { Database } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';

/** How each registry of a department stands. Where the database fails, all are silent with its code. */
export async function registryStates(
  registries: readonly Registry[],
  database: Database,
  fingerprint: string,
): Promise<readonly RegistryState[]> {
  if (registries.length === 0) return [];
  try {
    const rows = await database.select('SELECT registry, as_of, records, person_key FROM registry_state');
    return registries.map(({ name }) =>
      stateOf(
        name,
        rows.find((row) => row['registry'] === name),
        fingerprint,
      ),
    );
  } catch (error) {
    const { code, name: kind } = error as { code?: string; name: string };
    return registries.map(({ name }) => ({ name, records: null, asOf: null, silence: code ?? kind }));
  }
}

function stateOf(name: string, row: Row | undefined, fingerprint: string): RegistryState {
  if (!row) return { name, records: null, asOf: null, silence: 'NEVER_FILLED' };
  return {
    name,
    records: Number(row['records']),
    asOf: formatInstant(new Date(Number(row['as_of']))),
    silence: row['person_key'] === fingerprint ? null : 'OTHER_PERSON_KEY',
  };
}
