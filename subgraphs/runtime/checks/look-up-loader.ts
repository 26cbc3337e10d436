import DataLoader from 'dataloader';
import type { Logger } from 'pino';
import type { Database } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { Row } from '../registry/stored-column';
import { keysFor, lookUpColumns, lookUpStatement, type LookUpBy, type Statement } from './look-up-statement';
import { silent, type FoundRow, type RegistryAnswer } from './registry-answer';

/** What a look-up needs of the operation that it belongs to. */
export interface LookUpContext {
  readonly database: Database;
  /** Which key made the pseudonyms that this process asks by. */
  readonly fingerprint: string;
  /** When the operation has to be answered, in milliseconds since the epoch. */
  readonly deadline: number;
  readonly logger: Logger;
}

/** Of more keys than this, MySQL is told in several statements: each has a place for every key. */
const maxKeys = 10_000;

/** What a registry says of each of many keys. */
export type Answers = (key: string) => RegistryAnswer;

/** Seeks the rows of one registry by a key: a person's pseudonym, or a household's id. It never rejects. */
export interface LookUp {
  load(key: string): Promise<RegistryAnswer>;
  /** Of all these keys; asking for others makes no sense. */
  loadAll(keys: readonly string[]): Promise<Answers>;
}

/**
 * Look-ups of one operation. All that is asked for in the same turn goes into one statement, and nothing is asked twice.
 * Whatever fails is `silent`, and the log says why. A row that does not meet the condition `only` is none.
 */
export function lookUpLoader(
  registry: Registry,
  by: readonly LookUpBy[],
  context: LookUpContext,
  only?: Statement,
): LookUp {
  const known = new Map<string, RegistryAnswer>();
  const answers: Answers = (key) => known.get(key) ?? silent;
  /** When each key that was ever asked for is known. */
  const asked = new Map<string, Promise<void>>();
  const ask = (keys: readonly string[]): void => {
    const statement = lookUpStatement(registry, by, keysFor(context.database.dialect, keys), only);
    const looking = lookUp(statement, registry, keys, context, known);
    for (const key of keys) asked.set(key, looking);
  };
  // Batches of whole lists: a promise for each of ten thousand people would cost more than their rows.
  const loader = new DataLoader(
    async (lists: readonly (readonly string[])[]) => {
      const all = new Set(lists.flat());
      const keys = [...all].filter((key) => !asked.has(key));
      for (let from = 0; from < keys.length; from += maxKeys) ask(keys.slice(from, from + maxKeys));
      await Promise.all([...new Set([...all].flatMap((key) => asked.get(key) ?? []))]);
      return lists.map(() => answers);
    },
    { cache: false },
  );
  return {
    load: async (key) => known.get(key) ?? (await loader.load([key]))(key),
    loadAll: async (keys) => (keys.every((key) => known.has(key)) ? answers : loader.load(keys)),
  };
}

async function lookUp(
  { sql, values }: Statement,
  registry: Registry,
  keys: readonly string[],
  { database, fingerprint, deadline, logger }: LookUpContext,
  answers: Map<string, RegistryAnswer>,
): Promise<void> {
  try {
    const rows = await database.select(sql, values, deadline);
    const reason = silence(rows, fingerprint);
    if (!reason) {
      addAnswers(rows, keys, answers);
      return;
    }
    logger.warn({ registry: registry.name, reason }, 'registry is silent');
  } catch (error) {
    // A driver's message may hold values of the statement; its code does not.
    logger.error({ registry: registry.name, reason: reasonOf(error) }, 'registry is silent');
  }
  for (const key of keys) answers.set(key, silent);
}

function silence([first]: readonly Row[], fingerprint: string): string | null {
  if (!first) return 'it was never filled';
  if (first[lookUpColumns.personKey] !== fingerprint) return 'it was filled under another PERSON_KEY';
  return null;
}

function addAnswers(
  rows: readonly Row[],
  keys: readonly string[],
  answers: Map<string, RegistryAnswer>,
): void {
  const asOf = Number(rows[0]?.[lookUpColumns.asOf]);
  const none: RegistryAnswer = { kind: 'answered', asOf, rows: [] };
  const found = new Map<string, FoundRow[]>();
  for (const row of rows) {
    const key = row[lookUpColumns.key];
    if (key === null) continue;
    const ofKey = found.get(String(key));
    const one = { row, name: String(row[lookUpColumns.name]) };
    if (ofKey) ofKey.push(one);
    else found.set(String(key), [one]);
  }
  for (const key of keys) {
    const own = found.get(key);
    answers.set(key, own ? { kind: 'answered', asOf, rows: own } : none);
  }
}

function reasonOf(error: unknown): string {
  return (error as { code?: string }).code ?? (error as Error).name;
}
