import type { CompactVerifyGetKey } from 'jose';
import type { Genesis } from '../genesis';
import { verifyHead } from '../head';
import { readWitness } from '../witness';
import type { OnProblem } from './report';

/** Something that says what hash an entry has, or the beginning of a chain as its number 0. */
export interface Claim {
  readonly hash: string;
  /** Who says so, for whoever reads of a contradiction. */
  readonly by: string;
  readonly from: 'witness' | 'beginning' | 'tip';
  /** Whether a witness file has it, or has the chain that says it: then a rollback of the database does not undo it. */
  readonly isWitnessed: boolean;
}

/** What is said of chains from outside them, by chain and sequence number. */
export class Claims {
  readonly #byChain = new Map<string, Map<number, Claim[]>>();
  witnessed = 0;
  unreadable = 0;

  add(chain: string, seq: number, claim: Claim): void {
    const bySeq = this.#byChain.get(chain) ?? new Map<number, Claim[]>();
    this.#byChain.set(chain, bySeq);
    bySeq.set(seq, [...(bySeq.get(seq) ?? []), claim]);
  }

  of(chain: string): ReadonlyMap<number, readonly Claim[]> {
    return this.#byChain.get(chain) ?? new Map<number, Claim[]>();
  }

  /** Whether a witness file has heads of a chain: each of them holds the chain's beginning too. */
  isWitnessed(chain: string): boolean {
    return [...this.of(chain).values()].flat().some(({ from }) => from === 'witness');
  }

  get chains(): readonly string[] {
    return [...this.#byChain.keys()];
  }
}

/** Every chain's beginning says how far the chains before it went. The witness files are read before. */
export function claimTips(claims: Claims, { chain, tips }: Genesis): void {
  const by = `the beginning of chain ${chain}`;
  const isWitnessed = claims.isWitnessed(chain);
  for (const tip of tips) {
    claims.add(tip.chain, tip.seq, { hash: tip.hash, by, from: 'beginning', isWitnessed });
  }
}

/** Reads the signed heads of witness files; a file that is not there is a problem, for nothing else tells of a rollback. */
export async function claimWitnesses(
  claims: Claims,
  { paths, keys, onProblem }: { paths: readonly string[]; keys: CompactVerifyGetKey; onProblem: OnProblem },
): Promise<void> {
  for (const path of paths) {
    try {
      for await (const { line, head } of readWitness(path)) {
        if (head === null) claims.unreadable += 1;
        else await claimHead(head, `line ${line}`);
      }
    } catch (error) {
      onProblem(`signed heads: the file ${path} cannot be read (${(error as NodeJS.ErrnoException).code})`);
    }

    async function claimHead(head: string, line: string): Promise<void> {
      try {
        const { chain, seq, hash } = await verifyHead(head, keys);
        const by = `the signed head in ${path}, ${line},`;
        claims.add(chain, seq, { hash, by, from: 'witness', isWitnessed: true });
        claims.witnessed += 1;
      } catch {
        onProblem(`signed heads: ${path}, ${line}: not signed by a known key`);
      }
    }
  }
}
