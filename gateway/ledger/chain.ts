import { randomBytes } from 'node:crypto';
import type { Database } from '../../subgraphs/runtime/database/connect-database';
import { linkHash } from './chain-hash';
import type { FieldList } from './entry-text';
import { genesisRecord, readGenesis, unnamedTips, type Genesis, type Tip } from './genesis';
import { insertEntries, insertFieldLists, insertHead, replaceTip, type ChainedEntry } from './insert-entries';
import type { PendingEntry } from './pending-entry';

/** Signs how far a chain goes. */
type Sign = (tip: Tip) => Promise<string>;

/** How many field lists are known to be stored; operations repeat. */
const knownLists = 5000;

/**
 * The chain of one gateway, from its start to its end. Whoever writes does one thing after another.
 *
 * Hashes have no key: anybody can make the next one. So each transaction signs the tip that it leaves, and an entry
 * that no gateway wrote is beyond every signature.
 */
export class Chain {
  readonly #stored = new Set<string>();
  /** Hashes of entries whose commit failed or is not known, by sequence number. */
  readonly #attempted = new Map<number, Set<string>>();
  readonly #sign: Sign;

  private constructor(
    public tip: Tip,
    sign: Sign,
  ) {
    this.#sign = sign;
  }

  /**
   * Begins a chain, and signs its beginning with `sign` in the same transaction. It names the tips of other chains as
   * it finds them, and vouches for none: whether each is signed, the verification tells.
   */
  static async begin(
    database: Database,
    startedAt: Date,
    sign: Sign,
  ): Promise<{ chain: Chain; head: string }> {
    const chain = randomBytes(8).toString('hex');
    const tips = await tipsToName(database);
    const { body, hash } = genesisRecord({ chain, startedAt: startedAt.toISOString(), tips });
    const tip = { chain, seq: 0, hash };
    const head = await sign(tip);
    await database.session((session) =>
      session.transaction(async () => {
        await session.run('INSERT INTO ledger_chains (chain, started, body, hash) VALUES (?, ?, ?, ?)', [
          ...[chain, startedAt.getTime(), body, hash],
        ]);
        await insertHead(session, database.dialect, tip, head);
        await replaceTip(session, tip, head);
      }),
    );
    return { chain: new Chain(tip, sign), head };
  }

  /** Appends entries in one transaction. Where it throws, they may be there or not: `resynchronise` finds out. */
  async append(database: Database, entries: readonly PendingEntry[]): Promise<void> {
    const chained = this.#chained(entries);
    const lists = this.#newLists(entries);
    for (const { seq, hash } of chained) {
      this.#attempted.set(seq, (this.#attempted.get(seq) ?? new Set()).add(hash));
    }
    const { seq, hash } = chained.at(-1) ?? this.tip;
    const tip = { chain: this.tip.chain, seq, hash };
    // Before the transaction begins: nothing waits for a signature while rows are locked.
    const head = await this.#sign(tip);
    await database.session((session) =>
      session.transaction(async () => {
        await insertEntries(session, this.tip.chain, chained);
        await insertFieldLists(session, database.dialect, lists);
        await replaceTip(session, tip, head);
      }),
    );
    this.#advance(seq, hash);
    if (this.#stored.size > knownLists) this.#stored.clear();
    for (const { digest } of lists) this.#stored.add(digest);
  }

  /**
   * Reads how far the chain goes after a commit that failed or is not known, and takes over what did get there. Throws
   * where the database lost what was durable or holds what this chain never wrote: nothing may be added to that. The
   * signed tip needs no look: it got there with its entries, or none of them did.
   */
  async resynchronise(database: Database): Promise<void> {
    const { chain, seq, hash } = this.tip;
    const rows = await database.select(
      'SELECT seq, hash FROM ledger_entries WHERE chain = ? AND seq >= ? ORDER BY seq',
      [chain, seq],
    );
    const begins = seq === 0 ? await isGenesis(database, this.tip) : rows.shift()?.['hash'] === hash;
    const isOwn = rows.every(
      (row, index) =>
        Number(row['seq']) === seq + 1 + index &&
        this.#attempted.get(seq + 1 + index)?.has(String(row['hash'])),
    );
    if (!begins || !isOwn) throw new Error('the ledger does not hold what this chain wrote');
    const newest = rows.at(-1);
    if (newest) this.#advance(Number(newest['seq']), String(newest['hash']));
    this.#stored.clear();
  }

  /** Attempts beyond the new tip are kept: a server that lost its client may still commit them. */
  #advance(seq: number, hash: string): void {
    this.tip = { chain: this.tip.chain, seq, hash };
    for (const attempted of this.#attempted.keys()) {
      if (attempted <= seq) this.#attempted.delete(attempted);
    }
  }

  #chained(entries: readonly PendingEntry[]): ChainedEntry[] {
    let { seq, hash } = this.tip;
    return entries.map((entry) => {
      seq += 1;
      hash = linkHash(hash, entry.body);
      return { ...entry, seq, hash };
    });
  }

  #newLists(entries: readonly PendingEntry[]): FieldList[] {
    const lists = new Map(entries.map(({ fields }) => [fields.digest, fields] as const));
    return [...lists.values()].filter(({ digest }) => !this.#stored.has(digest));
  }
}

async function isGenesis(database: Database, { chain, hash }: Tip): Promise<boolean> {
  const rows = await database.select('SELECT hash FROM ledger_chains WHERE chain = ?', [chain]);
  return rows[0]?.['hash'] === hash;
}

async function tipsToName(database: Database): Promise<Tip[]> {
  const rows = await database.select(
    `SELECT c.chain, c.body, c.hash, e.seq, e.hash AS tip_hash
     FROM ledger_chains c
     LEFT JOIN ledger_entries e
       ON e.chain = c.chain AND e.seq = (SELECT MAX(n.seq) FROM ledger_entries n WHERE n.chain = c.chain)
     ORDER BY c.started, c.chain`,
  );
  const tips = rows.map((row) => ({
    chain: String(row['chain']),
    seq: Number(row['seq'] ?? 0),
    hash: String(row['tip_hash'] ?? row['hash']),
  }));
  return unnamedTips(
    tips,
    rows.flatMap((row) => genesesIn(String(row['body']))),
  );
}

/** One that was edited names nothing: the new chain then names more, and the verification tells of the edit. */
function genesesIn(body: string): Genesis[] {
  try {
    return [readGenesis(body)];
  } catch {
    return [];
  }
}
