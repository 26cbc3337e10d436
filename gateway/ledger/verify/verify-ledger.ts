import type { CompactVerifyGetKey } from 'jose';
import type { Database, Row, Session } from '../../../subgraphs/runtime/database/connect-database';
import { linkHash } from '../chain-hash';
import { readGenesis, type Genesis } from '../genesis';
import { ChainCheck } from './check-chain';
import { Claims, claimTips, claimWitnesses } from './claims';
import { FieldLists } from './field-lists';
import { longJoins } from './read-chain';
import type { OnProblem, Unwitnessed, Verification } from './report';
import { claimSignedTip } from './signed-tip';

export interface VerifyOptions {
  readonly database: Database;
  /** The public keys of the gateways’ signed heads. */
  readonly keys: CompactVerifyGetKey;
  /** Files with signed heads. */
  readonly witnesses: readonly string[];
  readonly onProblem: OnProblem;
}

/**
 * Goes through a whole ledger, also while gateways write to it: it reads one state of the database, and the witness
 * files before it, so that every head that they have is in that state too.
 */
export async function verifyLedger(options: VerifyOptions): Promise<Verification> {
  let problems = 0;
  const onProblem: OnProblem = (problem) => {
    problems += 1;
    options.onProblem(problem);
  };
  const { database, keys, witnesses } = options;
  const claims = new Claims();
  await claimWitnesses(claims, { paths: witnesses, keys, onProblem });
  const read = await database.session(async (session) => {
    if (database.dialect === 'mysql') {
      await session.run(longJoins);
      await session.run('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ');
    }
    return session.transaction(() => verifyState(session, claims, { ...options, onProblem }));
  });
  return { ...read, witnessed: claims.witnessed, unreadable: claims.unreadable, problems };
}

async function verifyState(session: Session, claims: Claims, { database, keys, onProblem }: VerifyOptions) {
  const lists = await FieldLists.read(session, onProblem);
  const begun = await beginnings(session, claims, onProblem);
  let [entries, heads] = [0, 0];
  const unwitnessed: Unwitnessed[] = [];
  const chains = new Set([...claims.chains, ...(await chainsInTables(session))]);
  for (const chain of [...chains].sort()) {
    const hash = begun.get(chain);
    if (hash === undefined) {
      const [claim] = [...claims.of(chain).values()].flat();
      onProblem(`chain ${chain}: its beginning is missing${claim ? `, of which ${claim.by} tells` : ''}`);
      continue;
    }
    const signedSeq = await claimSignedTip(session, claims, { chain, keys, onProblem });
    const check = new ChainCheck(
      { chain, seq: 0, hash },
      {
        ...{ session, keys, onProblem },
        dialect: database.dialect,
        claims: claims.of(chain),
        signedSeq,
        hasFieldList: (digest) => lists.has(digest),
      },
    );
    await check.run();
    entries += check.entries;
    heads += check.heads;
    if (check.unwitnessed) unwitnessed.push({ chain, ...check.unwitnessed });
  }
  lists.tellUnneeded(onProblem);
  return { chains: begun.size, entries, heads, unwitnessed };
}

/** The hash of each chain's beginning; what it says of other chains is added to the claims. */
async function beginnings(
  session: Session,
  claims: Claims,
  onProblem: OnProblem,
): Promise<Map<string, string>> {
  const rows = await session.run('SELECT chain, started, body, hash FROM ledger_chains ORDER BY chain');
  for (const row of rows) {
    const genesis = genesisOf(row);
    if (genesis) claimTips(claims, genesis);
    else onProblem(`chain ${row['chain']}, its beginning: its text, its hash and its columns do not agree`);
  }
  return new Map(rows.map(({ chain, hash }) => [String(chain), String(hash)] as const));
}

function genesisOf({ chain, started, body, hash }: Row): Genesis | null {
  try {
    const genesis = readGenesis(String(body));
    const agrees = genesis.chain === chain && Date.parse(genesis.startedAt) === started;
    return agrees && linkHash('', String(body)) === hash ? genesis : null;
  } catch {
    return null;
  }
}

const tablesByChain = ['ledger_chains', 'ledger_entries', 'ledger_subjects', 'ledger_heads', 'ledger_tips'];

/** Every chain that a table has rows of. Each step is a look-up in an index, however many rows a chain has. */
async function chainsInTables(session: Session): Promise<string[]> {
  const found: string[] = [];
  for (const table of tablesByChain) {
    let chain: string | null = null;
    do {
      const [row]: Row[] = await session.run(
        `SELECT MIN(chain) AS chain FROM ${table} ${chain === null ? '' : 'WHERE chain > ?'}`,
        chain === null ? [] : [chain],
      );
      chain = row?.['chain'] === null || row === undefined ? null : String(row['chain']);
      if (chain !== null) found.push(chain);
    } while (chain !== null);
  }
  return found;
}
