import type { CompactVerifyGetKey } from 'jose';
import type { Database, Row, Session } from '../../../subgraphs/runtime/database/connect-database';
import type { Tip } from '../genesis';
import { verifyHead } from '../head';
import { checkEntry } from './check-entry';
import type { Claim } from './claims';
import { readChain, type ChainPage } from './read-chain';
import type { OnProblem } from './report';

export interface CheckChainOptions {
  readonly session: Session;
  readonly dialect: Database['dialect'];
  readonly keys: CompactVerifyGetKey;
  /** What is said of the chain from outside it, by sequence number. */
  readonly claims: ReadonlyMap<number, readonly Claim[]>;
  readonly hasFieldList: (digest: string) => boolean;
  readonly onProblem: OnProblem;
}

/** How many entries a gateway may leave without a signed head: as many as make one due, and one transaction. */
const mostUncovered = 1500;

/** Goes through one chain from its beginning, and holds every entry against its neighbours and all that is said of it. */
export class ChainCheck {
  readonly #options: CheckChainOptions;
  readonly #genesis: Tip;
  /** The newest record so far, with the hash of its row: a wrong one is told once, and not of all that follow. */
  #tip: Tip;
  #covered = 0;
  #isSigned: boolean;
  entries = 0;
  heads = 0;

  constructor(genesis: Tip, options: CheckChainOptions) {
    this.#options = options;
    this.#genesis = genesis;
    this.#tip = genesis;
    this.#isSigned = [...options.claims.values()].flat().some(({ isWitness }) => isWitness);
  }

  async run(): Promise<void> {
    const { session, dialect } = this.#options;
    let isFirst = true;
    for await (const page of readChain(session, dialect, this.#genesis.chain)) {
      if (isFirst) this.#compare(this.#genesis, page);
      isFirst = false;
      for (const row of page.entries) this.#checkRow(row, page);
      await this.#checkHeads(page);
      this.#findStrays(page);
    }
    this.#findCutOff();
    if (!this.#isSigned) this.#tell('has no signed head');
    const uncovered = this.#tip.seq - this.#covered;
    if (uncovered > mostUncovered) this.#tell(`no signed head covers its last ${uncovered} entries`);
  }

  /** The entries at its end that no signed head covers. */
  get uncovered(): { readonly from: number; readonly to: number } | null {
    const { seq } = this.#tip;
    return seq > this.#covered ? { from: this.#covered + 1, to: seq } : null;
  }

  #checkRow(row: Row, page: ChainPage): void {
    this.entries += 1;
    const seq = Number(row['seq']);
    const expected = this.#tip.seq + 1;
    if (seq < expected) return this.#tell('a chain has no such number', seq);
    if (seq > expected)
      this.#tell(seq - expected === 1 ? 'missing' : `missing, with all up to ${seq - 1}`, expected);
    const problems = checkEntry(row, {
      previous: seq === expected ? this.#tip.hash : null,
      subjects: page.subjects.get(seq),
      hasFieldList: this.#options.hasFieldList,
    });
    for (const problem of problems) this.#tell(problem, seq);
    this.#tip = { ...this.#tip, seq, hash: String(row['hash']) };
    this.#compare(this.#tip, page);
  }

  /** Holds a record against what is said of it from outside the chain. */
  #compare({ seq, hash }: Tip, { heads }: ChainPage): void {
    const claims = this.#options.claims.get(seq);
    if (!claims) return;
    for (const claim of claims) this.#hold(claim.hash === hash, seq, claim.by);
    if (claims.some(({ isWitness }) => isWitness) && !heads.has(seq)) {
      this.#tell('its signed head is missing from the database', seq);
    }
  }

  async #checkHeads({ heads, entries }: ChainPage): Promise<void> {
    const hashes = new Map(entries.map(({ seq, hash }) => [Number(seq), String(hash)] as const));
    hashes.set(0, this.#genesis.hash);
    for (const [seq, jws] of heads) {
      this.heads += 1;
      const head = await verifyHead(jws, this.#options.keys).catch(() => null);
      if (head === null) this.#tell('its signed head is not signed by a known key', seq);
      else if (head.chain !== this.#genesis.chain || head.seq !== seq) {
        this.#tell('its signed head is that of another one', seq);
      } else if (!hashes.has(seq)) {
        this.#tell('there is a signed head of it, but no such entry', seq);
      } else {
        this.#isSigned = true;
        this.#hold(hashes.get(seq) === head.hash, seq, 'its signed head');
      }
    }
  }

  #hold(isSame: boolean, seq: number, by: string): void {
    if (!isSame) this.#tell(`${by} says that it was another`, seq);
    else this.#covered = Math.max(this.#covered, seq);
  }

  #findStrays({ entries, subjects }: ChainPage): void {
    const there = new Set(entries.map(({ seq }) => Number(seq)));
    for (const seq of subjects.keys()) {
      if (!there.has(seq))
        this.#tell('there are rows to find it by (ledger_subjects), but there is no such entry', seq);
    }
  }

  #findCutOff(): void {
    const last = this.#tip.seq;
    const [seq, claims] = [...this.#options.claims].reduce<readonly [number, readonly Claim[]]>(
      (furthest, claim) => (claim[0] > furthest[0] ? claim : furthest),
      [last, []],
    );
    if (seq > last) this.#tell(`cut off: ${claims[0]?.by} says that the chain went on to ${seq}`, last + 1);
  }

  #tell(problem: string, seq?: number): void {
    const entry = seq === undefined ? '' : seq === 0 ? ', its beginning' : `, entry ${seq}`;
    this.#options.onProblem(`chain ${this.#genesis.chain}${entry}: ${problem}`);
  }
}
