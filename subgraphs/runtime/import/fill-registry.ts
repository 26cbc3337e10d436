import type { DatabaseSettings } from '../database/database-settings';
import type { Session } from '../database/open-database';
import { registryState, type DataSourceKind } from '../database/registry-state';
import type { Registry } from '../registry/registry';
import { Refusal } from './refusal';
import { stagingTables } from './staging-tables';

/** How a registry is to be filled. */
export interface Filling {
  readonly asOf: Date;
  readonly filledAt: Date;
  readonly source: DataSourceKind;
  /** Which key made the pseudonyms. */
  readonly fingerprint: string;
  /** Whether the rows that the registry holds go first. */
  readonly replace: boolean;
}

/**
 * Moves the staged rows that have no problem into the registry, each in place of the row of the same key, and
 * states how it was filled. Sample data gives way to the first real file. To be run in a transaction.
 * @throws Refusal where the registry holds rows that another key made, for no person would be found by both.
 */
export async function fillRegistry(
  session: Session,
  dialect: DatabaseSettings['dialect'],
  registry: Registry,
  filling: Filling,
): Promise<void> {
  const { table, name } = registry;
  const [earlier] = await session.run(
    'SELECT person_key, records, source FROM registry_state WHERE registry = ?',
    [name],
  );
  const holdsRows = earlier !== undefined && Number(earlier['records']) > 0;
  // Made-up people must not stand among real ones, so the first real file takes the sample's place.
  const replace = filling.replace || (earlier?.['source'] === 'sample' && filling.source !== 'sample');
  if (holdsRows && earlier['person_key'] !== filling.fingerprint && !replace) throw otherKey();
  if (replace) await session.run(`DELETE FROM ${table}`);
  await keepLasting(session, registry);
  const columns = registry.stored.map((column) => column.name).join(', ');
  const { rows, problems } = stagingTables;
  await session.run(
    `REPLACE INTO ${table} (${columns}) SELECT ${columns} FROM ${rows} ` +
      `WHERE NOT EXISTS (SELECT 1 FROM ${problems} WHERE ${problems}.line = ${rows}.line)`,
  );
  // By a secondary index, InnoDB counts what the transaction wrote a hundred times slower than by the table.
  const from = dialect === 'mysql' ? `${table} USE INDEX ()` : table;
  const [held] = await session.run(`SELECT COUNT(*) AS records FROM ${from}`);
  const state = {
    registry: name,
    as_of: filling.asOf.getTime(),
    filled_at: filling.filledAt.getTime(),
    records: Number(held?.['records']),
    source: filling.source,
    person_key: filling.fingerprint,
  };
  await session.run(
    `REPLACE INTO ${registryState.table} (${Object.keys(state).join(', ')}) VALUES (?, ?, ?, ?, ?, ?)`,
    Object.values(state),
  );
}

/** Fills what the file leaves empty, of columns whose value lasts, from the rows that it takes the place of. */
async function keepLasting(session: Session, { table, key, lasting }: Registry): Promise<void> {
  const { rows } = stagingTables;
  const sameRow = key.map((column) => `${table}.${column} = ${rows}.${column}`).join(' AND ');
  for (const column of lasting) {
    await session.run(
      `UPDATE ${rows} SET ${column} = (SELECT ${table}.${column} FROM ${table} WHERE ${sameRow}) ` +
        `WHERE ${column} IS NULL`,
    );
  }
}

function otherKey(): Refusal {
  return new Refusal({
    what: 'the registry holds rows made under another PERSON_KEY',
    expected: 'the PERSON_KEY of the earlier import, or --replace',
  });
}
