import type { CompactVerifyGetKey } from 'jose';
import type { Session } from '../../../subgraphs/runtime/database/connect-database';
import { verifyHead } from '../head';
import type { Claims } from './claims';
import type { OnProblem } from './report';

interface ClaimTipOptions {
  readonly chain: string;
  readonly keys: CompactVerifyGetKey;
  readonly onProblem: OnProblem;
}

/**
 * Adds what the newest transaction of a chain signed of its end to the claims. Gives back the number of the entry that
 * it ends with, beyond which no gateway wrote; null where there is no such signature, which is told.
 */
export async function claimSignedTip(
  session: Session,
  claims: Claims,
  { chain, keys, onProblem }: ClaimTipOptions,
): Promise<number | null> {
  const tell = (problem: string): null => {
    onProblem(`chain ${chain}: its signed tip (ledger_tips) ${problem}`);
    return null;
  };
  const [row] = await session.run('SELECT seq, head FROM ledger_tips WHERE chain = ?', [chain]);
  if (!row) return tell('is missing');
  const tip = await verifyHead(String(row['head']), keys).catch(() => null);
  if (tip === null) return tell('is not signed by a known key');
  if (tip.chain !== chain || tip.seq !== Number(row['seq'])) return tell('is that of another one');
  // The state that it stands in can be put back with it: it tells of no rollback.
  claims.add(chain, tip.seq, { hash: tip.hash, by: 'its signed tip', from: 'tip', isWitnessed: false });
  return tip.seq;
}
