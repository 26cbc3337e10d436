import type { Logger } from 'pino';
import { ledgerSigningKey } from '../../schema/config/keys';
import type { Config } from '../../schema/config/read-config';
import { RefusedStart } from '../../schema/config/refused-start';
import type { Database } from '../../subgraphs/runtime/database/connect-database';
import type { DatabaseSettings } from '../../subgraphs/runtime/database/database-settings';
import { readAccesses } from './access-log';
import { Chain } from './chain';
import { HeadSigner, type HeadInterval } from './head-signer';
import type { Ledger } from './ledger';
import { connectLedger, ledgerSettings, witnessPath } from './ledger-database';
import { LedgerWriter } from './ledger-writer';
import { processTimers, type Timers } from './timers';
import { Witness } from './witness';

export interface LedgerOptions {
  readonly config: Config;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Told of every statement, without its values. */
  readonly onStatement?: ((sql: string) => void) | undefined;
  readonly interval?: HeadInterval;
  readonly timers?: Timers;
  /** How the database is opened; tests put faults here. */
  readonly connect?: typeof connectLedger;
}

const usualInterval: HeadInterval = { entries: 1000, milliseconds: 60_000 };

/** Opens the access ledger and begins this gateway's chain; refuses the start where that cannot be done. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  const { config, clock, logger, timers = processTimers, onStatement } = options;
  const signer = ledgerSigningKey(config);
  const settings = ledgerSettings(config);
  const connect = () => (options.connect ?? connectLedger)(settings, onStatement);
  const witness = await Witness.open(witnessPath(config)).catch((error: unknown) =>
    refuse('LEDGER_WITNESS', 'the file of signed heads cannot be written', error),
  );
  const heads = new HeadSigner({
    ...{ signer, witness, timers, clock, logger },
    interval: options.interval ?? usualInterval,
    onDue: () => writer.run(),
  });
  const { database, chain, reader } = await begin(connect, clock, heads).catch(async (error: unknown) => {
    await witness.close();
    return refuse('LEDGER_URL', `the access ledger cannot be opened ${placeOf(settings)}`, error);
  });
  if (!(await isDurable(database)))
    logger.warn('innodb_flush_log_at_trx_commit is not 1: a power cut takes entries');
  const writer = new LedgerWriter({ database, connect, chain, heads, timers, clock, logger });
  return {
    get isWritable() {
      return writer.isWritable;
    },
    write: (entry) => writer.write(entry),
    read: (search) => readAccesses(reader, search),
    close: async () => {
      await writer.close();
      await Promise.all([reader.close(), witness.close()]);
    },
  };
}

/**
 * Reads go by a connection of their own: SQLite has one connection a database, and would read what a transaction of
 * the writer has not committed.
 */
async function begin(connect: () => Promise<Database>, clock: () => Date, heads: HeadSigner) {
  const database = await connect();
  try {
    const { chain, head } = await Chain.begin(database, clock(), (tip) => heads.sign(tip));
    await heads.testify(head);
    return { database, chain, reader: await connect() };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Whether a commit waits for the disk: MySQL may be set up otherwise. */
async function isDurable(database: Database): Promise<boolean> {
  if (database.dialect !== 'mysql') return true;
  const [row] = await database.select('SELECT @@innodb_flush_log_at_trx_commit AS flushed');
  return Number(row?.['flushed']) === 1;
}

/** A database's own message may hold the user and the password: only its code is told. */
function refuse(variable: string, what: string, error: unknown): never {
  const { code, name } = error as NodeJS.ErrnoException;
  throw new RefusedStart(`${variable}: ${what} (${code ?? name})`);
}

function placeOf(settings: DatabaseSettings): string {
  if (settings.dialect === 'sqlite') return `in the file ${settings.file}`;
  const { host } = new URL(settings.url);
  return `in the database ${settings.database} on ${host}`;
}
