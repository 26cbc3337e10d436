import { linkHash } from './chain-hash';

/** How far a chain goes: the sequence number and the hash of its newest entry, or 0 and the hash of its beginning. */
export interface Tip {
  readonly chain: string;
  readonly seq: number;
  readonly hash: string;
}

/**
 * What a chain begins with. It names how far the chains went that were there, so that none of them can be removed or
 * cut without this one showing it.
 */
export interface Genesis {
  readonly chain: string;
  /** RFC 3339 in UTC. */
  readonly startedAt: string;
  readonly tips: readonly Tip[];
}

/** A genesis as it stands in the ledger. */
export interface GenesisRecord {
  readonly body: string;
  readonly hash: string;
}

export function genesisRecord({ chain, startedAt, tips }: Genesis): GenesisRecord {
  const named = tips.map((tip) => ({ chain: tip.chain, seq: tip.seq, hash: tip.hash }));
  const body = JSON.stringify({ chain, startedAt, tips: named });
  return { body, hash: linkHash('', body) };
}

/** Reads the text of a genesis; throws where it is none. */
export function readGenesis(body: string): Genesis {
  const read = JSON.parse(body) as Genesis;
  const isTip = ({ chain, seq, hash }: Tip) =>
    typeof chain === 'string' && Number.isSafeInteger(seq) && typeof hash === 'string';
  const holds = typeof read.chain === 'string' && !Number.isNaN(Date.parse(read.startedAt));
  if (!holds || !read.tips.every(isTip)) throw new Error('no genesis');
  return read;
}

/**
 * The tips that a new chain has to name: those that no chain names yet. What an older genesis names, it holds, and is
 * held in its turn by the tip of its own chain.
 */
export function unnamedTips(tips: readonly Tip[], geneses: readonly Genesis[]): Tip[] {
  const key = ({ chain, seq }: Tip) => `${chain} ${seq}`;
  const named = new Set(geneses.flatMap((genesis) => genesis.tips.map(key)));
  return tips.filter((tip) => !named.has(key(tip)));
}
