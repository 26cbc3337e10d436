import DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { Database } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';
import { lookUpColumns, lookUpStatement, type LookUpBy, type Statement } from './look-up-statement';
import { silent, type FoundRow, type RegistryAnswer } from './registry-answer';
import { within } from '../../../schema/wire/within';

/** What a look-up needs of the operation that it belongs to. */
export interface LookUpContext {
  readonly database: Database;
  /** Which key made the pseudonyms that this process asks by. */
  readonly fingerprint: string;
  /** When the operation has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly logger: Logger;
}

/** SQLite takes 32,766 values a statement; a registry with two persons a row needs each id twice. */
const maxKeys = 10_000;

/**
 * Seeks the rows of one registry by a key: a person's pseudonym, or a household's id. All that is asked for in
 * the same turn goes into one statement, and nothing twice in an operation. It never rejects: whatever fails
 * is `silent`, and the log says why. A row that does not meet the condition `only` is none.
 */
export function lookUpLoader(
  registry: Registry,
  by: readonly LookUpBy[],
  context: LookUpContext,
  only?: Statement,
): DataLoader<string, RegistryAnswer> {
  return new DataLoader(
    (keys) => lookUp(lookUpStatement(registry, by, keys, only), registry, keys, context),
    {
      maxBatchSize: maxKeys,
    },
  );
}

async function lookUp(
  { sql, values }: Statement,
  registry: Registry,
  keys: readonly string[],
  { database, fingerprint, deadline, logger }: LookUpContext,
): Promise<RegistryAnswer[]> {
  try {
    const rows = await within(deadline, database.select(sql, values));
    const reason = silence(rows, fingerprint);
    if (!reason) return answersOf(rows, keys);
    logger.warn({ registry: registry.name, reason }, 'registry is silent');
  } catch (error) {
    // A driver's message may hold values of the statement; its code does not.
    logger.error({ registry: registry.name, reason: reasonOf(error) }, 'registry is silent');
  }
  return keys.map(() => silent);
}

function silence([first]: readonly Row[], fingerprint: string): string | null {
  if (!first) return 'it was never filled';
  if (first[lookUpColumns.personKey] !== fingerprint) return 'it was filled under another PERSON_KEY';
  return null;
}

function answersOf(rows: readonly Row[], keys: readonly string[]): RegistryAnswer[] {
  const asOf = Number(rows[0]?.[lookUpColumns.asOf]);
  const byKey = new Map(keys.map((key) => [key, [] as FoundRow[]]));
  for (const row of rows) {
    byKey.get(String(row[lookUpColumns.key]))?.push({ row, name: String(row[lookUpColumns.name]) });
  }
  return keys.map((key) => ({ kind: 'answered', asOf, rows: byKey.get(key) ?? [] }));
}

function reasonOf(error: unknown): string {
  return (error as { code?: string }).code ?? (error as Error).name;
}
