import type { Logger } from 'pino';
import type { Database } from '../../subgraphs/runtime/database/connect-database';
import type { SigningKey } from '../../schema/wire/caller';
import type { Tip } from './genesis';
import { signHead } from './head';
import { insertHead } from './insert-entries';
import type { Timers } from './timers';
import type { Witness } from './witness';

/** When heads are signed: after so many entries, and at the latest so long after one that no head covers. */
export interface HeadInterval {
  readonly entries: number;
  readonly milliseconds: number;
}

interface HeadSignerOptions {
  readonly signer: SigningKey;
  readonly witness: Witness;
  readonly interval: HeadInterval;
  readonly timers: Timers;
  readonly clock: () => Date;
  readonly logger: Logger;
  /** Called when a head has become due by the time alone. */
  readonly onDue: () => void;
}

/** Signs the tips of one chain, and keeps what it signed in two places. */
export class HeadSigner {
  readonly #options: HeadSignerOptions;
  #signedSeq = 0;
  #tooLong = false;
  #cancel: (() => void) | undefined;

  constructor(options: HeadSignerOptions) {
    this.#options = options;
  }

  /** A head of this tip, neither stored nor witnessed. */
  sign(tip: Tip): Promise<string> {
    const { signer, clock } = this.#options;
    return signHead({ ...tip, at: clock().toISOString() }, signer);
  }

  isDue(tip: Tip): boolean {
    return tip.seq - this.#signedSeq >= (this.#tooLong ? 1 : this.#options.interval.entries);
  }

  isUnsigned(tip: Tip): boolean {
    return tip.seq > this.#signedSeq;
  }

  /** Starts the time within which entries have to be covered. */
  watch(tip: Tip): void {
    if (this.#cancel || !this.isUnsigned(tip)) return;
    this.#cancel = this.#options.timers.after(this.#options.interval.milliseconds, () => {
      this.#tooLong = true;
      this.#options.onDue();
    });
  }

  /** Signs a tip and stores the head; throws where the database does not take it. */
  async store(database: Database, tip: Tip): Promise<void> {
    const head = await this.sign(tip);
    await database.session((session) =>
      session.transaction(() => insertHead(session, database.dialect, tip, head)),
    );
    this.stop();
    this.#signedSeq = tip.seq;
    await this.testify(head);
  }

  /** A witness that cannot be reached holds nothing up: what it misses, it gets with the next head. */
  async testify(head: string): Promise<void> {
    const { witness, logger } = this.#options;
    await witness.append(head).catch((error: NodeJS.ErrnoException) => {
      logger.error(
        { reason: error.code ?? error.name },
        'a signed head could not be written to LEDGER_WITNESS',
      );
    });
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
    this.#tooLong = false;
  }
}
