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
  /** How far the signed tip of the chain goes; null where it has none that holds. */
  readonly signedSeq: number | null;
  readonly hasFieldList: (digest: string) => boolean;
  readonly onProblem: OnProblem;
}

/** How many entries a gateway may leave without a head that goes to the witness: as many as make one due, and one transaction. */
const mostUncovered = 1500;

/** Goes through one chain from its beginning, and holds every entry against its neighbours and all that is said of it. */
export class ChainCheck {
  readonly #options: CheckChainOptions;
  readonly #genesis: Tip;
  /** The newest record so far, with the hash of its row: a wrong one is told once, and not of all that follow. */
  #tip: Tip;
  /** How far heads go, and beginnings of other chains; what a witness has of them. */
  #covered = 0;
  #witnessed = 0;
  #isSigned: boolean;
  entries = 0;
  heads = 0;

  constructor(genesis: Tip, options: CheckChainOptions) {
    this.#options = options;
    this.#genesis = genesis;
    this.#tip = genesis;
    this.#isSigned = [...options.claims.values()].flat().some(({ from }) => from === 'witness');
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
    this.#findUnsigned();
    if (!this.#isSigned) this.#tell('has no signed head');
    const uncovered = this.#tip.seq - this.#covered;
    if (uncovered > mostUncovered) this.#tell(`no signed head covers its last ${uncovered} entries`);
  }

  /** The entries at its end that no head in a witness file covers. */
  get unwitnessed(): { readonly from: number; readonly to: number } | null {
    const { seq } = this.#tip;
    return seq > this.#witnessed ? { from: this.#witnessed + 1, to: seq } : null;
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
    for (const claim of claims) {
      if (claim.hash !== hash) this.#tell(`${claim.by} says that it was another`, seq);
      else {
        if (claim.from !== 'tip') this.#covered = Math.max(this.#covered, seq);
        if (claim.isWitnessed) this.#witnessed = Math.max(this.#witnessed, seq);
      }
    }
    if (claims.some(({ from }) => from === 'witness') && !heads.has(seq)) {
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
        if (hashes.get(seq) !== head.hash) this.#tell('its signed head says that it was another', seq);
        else this.#covered = Math.max(this.#covered, seq);
      }
    }
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

  /** Whoever can write to the database can add entries whose hashes are right, but signs none. */
  #findUnsigned(): void {
    const { seq } = this.#tip;
    const { signedSeq } = this.#options;
    if (signedSeq === null || seq <= signedSeq) return;
    const others = seq === signedSeq + 1 ? '' : `, nor any up to ${seq}`;
    this.#tell(`no signature covers it${others}`, signedSeq + 1);
  }

  #tell(problem: string, seq?: number): void {
    const entry = seq === undefined ? '' : seq === 0 ? ', its beginning' : `, entry ${seq}`;
    this.#options.onProblem(`chain ${this.#genesis.chain}${entry}: ${problem}`);
  }
}
