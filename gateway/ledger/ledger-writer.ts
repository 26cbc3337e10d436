import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Database } from '../../subgraphs/runtime/database/connect-database';
import type { AccessEntry } from './access-entry';
import type { Chain } from './chain';
import type { HeadSigner } from './head-signer';
import { pendingEntry } from './pending-entry';
import type { Timers } from './timers';
import { LedgerWriteError, WaitingWrites } from './waiting-writes';

/** How many entries one transaction takes at most, and how many may wait. SQLite lets nothing else run meanwhile. */
const [maxBatch, maxWaiting] = [100, 10_000];

/** How long a write, and a transaction, may take. */
const patienceMs = 5000;

const [firstProbeMs, slowestProbeMs] = [1000, 15_000];

interface WriterOptions {
  readonly database: Database;
  /** Opens the database anew: a connection whose commit failed is not trusted with another. */
  readonly connect: () => Promise<Database>;
  readonly chain: Chain;
  readonly heads: HeadSigner;
  readonly timers: Timers;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/**
 * Writes the chain of this gateway. Entries that come while a transaction runs go into the next one together; all that
 * touches the chain is done by one loop, one thing after another.
 */
export class LedgerWriter {
  readonly #options: WriterOptions;
  readonly #waiting: WaitingWrites;
  #database: Database;
  #isWritable = true;
  #isClosing = false;
  #isRunning = false;
  #work: Promise<void> = Promise.resolve();
  #probeMs = firstProbeMs;
  #cancelProbe: (() => void) | undefined;

  constructor(options: WriterOptions) {
    this.#options = options;
    this.#database = options.database;
    this.#waiting = new WaitingWrites(options.timers, { most: maxWaiting, patienceMs });
  }

  get isWritable(): boolean {
    return this.#isWritable && !this.#isClosing;
  }

  async write(entry: AccessEntry): Promise<void> {
    if (!this.isWritable) throw new LedgerWriteError('the ledger cannot be written at this moment');
    const written = this.#waiting.add(pendingEntry(entry));
    this.run();
    return written;
  }

  /** Starts the loop where it does not run; a probe does so once the ledger can be written again. */
  run(): void {
    if (this.#isRunning || !this.#isWritable) return;
    this.#isRunning = true;
    this.#work = this.#loop();
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#cancelProbe?.();
    this.run();
    await this.#work;
    const { chain, heads } = this.#options;
    heads.stop();
    if (this.#isWritable && heads.isUnsigned(chain.tip)) await this.#attempt(() => this.#signHead());
    this.#waiting.rejectAll(new LedgerWriteError('the ledger is closed'));
    this.#cancelProbe?.();
    // A database that is gone keeps no gateway from ending.
    await this.#inTime(this.#database.close()).catch(() => undefined);
  }

  async #loop(): Promise<void> {
    const { chain, heads } = this.#options;
    while (this.#isWritable) {
      // Whatever else came in this turn joins the transaction, and other work gets its turn between two of them.
      await nextTurn();
      if (heads.isDue(chain.tip)) await this.#attempt(() => this.#signHead());
      else if (this.#waiting.size > 0) await this.#commit();
      else break;
    }
    this.#isRunning = false;
  }

  async #commit(): Promise<void> {
    const { chain, heads } = this.#options;
    const batch = this.#waiting.take(maxBatch);
    const written = await this.#attempt(() => chain.append(this.#database, batch.entries));
    batch.settle(written ? undefined : new LedgerWriteError('the ledger did not take the entry'));
    heads.watch(chain.tip);
  }

  #signHead(): Promise<void> {
    return this.#options.heads.store(this.#database, this.#options.chain.tip);
  }

  /** Whether it succeeded in time. After a failure nothing is written before a probe has read what got there. */
  async #attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await this.#inTime(work());
      return true;
    } catch (error) {
      this.#isWritable = false;
      this.#options.logger.error({ reason: reasonOf(error) }, 'the access ledger cannot be written');
      if (!this.#isClosing) this.#probeLater();
      return false;
    }
  }

  async #inTime(work: Promise<unknown>): Promise<void> {
    let cancel = (): void => undefined;
    const tooLong = new Promise<never>((_, reject) => {
      cancel = this.#options.timers.after(patienceMs, () => reject(new LedgerWriteError('it took too long')));
    });
    try {
      await Promise.race([work, tooLong]);
    } finally {
      cancel();
    }
  }

  #probeLater(): void {
    this.#cancelProbe = this.#options.timers.after(this.#probeMs, () => {
      this.#work = this.#probe();
    });
    this.#probeMs = Math.min(this.#probeMs * 2, slowestProbeMs);
  }

  async #probe(): Promise<void> {
    const { chain, heads, logger } = this.#options;
    // Whether or not it can still be closed: another one takes its place.
    void this.#database.close().catch(() => undefined);
    try {
      this.#database = await this.#connect();
      await this.#inTime(this.#writeProbe());
      await this.#inTime(chain.resynchronise(this.#database));
    } catch (error) {
      logger.warn({ reason: reasonOf(error) }, 'the access ledger still cannot be written');
      if (!this.#isClosing) this.#probeLater();
      return;
    }
    logger.info('the access ledger can be written again');
    [this.#isWritable, this.#probeMs] = [true, firstProbeMs];
    heads.watch(chain.tip);
    this.run();
    await this.#work;
  }

  /** A connection that comes too late is closed. */
  async #connect(): Promise<Database> {
    const opening = this.#options.connect();
    try {
      await this.#inTime(opening);
    } catch (error) {
      void opening.then((database) => database.close()).catch(() => undefined);
      throw error;
    }
    return opening;
  }

  /** A row that is committed, for reading alone succeeds on a disk that is full. */
  async #writeProbe(): Promise<void> {
    const values = [this.#options.chain.tip.chain, this.#options.clock().getTime()];
    await this.#database.session((session) =>
      session.transaction(() => session.run('REPLACE INTO ledger_probes (chain, at) VALUES (?, ?)', values)),
    );
  }
}

/** What a log may have of an error: a database's message repeats the values of the statement. */
function reasonOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return error instanceof LedgerWriteError ? error.message : (code ?? name);
}
