import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ledgerPublicKeys } from '../../schema/config/keys';
import { readConfig, type Config } from '../../schema/config/read-config';
import { RefusedStart, toldAtStart } from '../../schema/config/refused-start';
import type { Database } from '../../subgraphs/runtime/database/connect-database';
import { connectToVerify, ledgerSettings, settingsOf, witnessPath } from './ledger-database';
import { describe } from './verify/describe';
import { verifyLedger } from './verify/verify-ledger';

const usage = `usage: npm run ledger -- verify [--url URL_OR_FILE] [--keys JWK_SET_FILE] [--heads FILE]...

Goes through the whole access ledger and tells what was changed, removed, added or put back in it.

  --url    the ledger: mysql://USER:PASSWORD@HOST:PORT/DATABASE or a file; else LEDGER_URL
  --keys   the public keys of its signed heads; else LEDGER_PUBLIC_KEYS
  --heads  the file of signed heads, one for each gateway that keeps its own; else LEDGER_WITNESS
`;

/** Whoever changes a million rows needs no million lines to be found. */
const mostTold = 1000;

interface Arguments {
  readonly url: string | undefined;
  readonly keys: string | undefined;
  readonly heads: readonly string[] | undefined;
}

/** `npm run ledger -- verify`: status 0 where all holds, 1 where something does not, 2 where the command does not. */
async function main(): Promise<number> {
  const given = commandLine();
  if (given === null) {
    process.stderr.write(usage);
    return 2;
  }
  const config = readConfig(
    { ...process.env, ...(given.keys === undefined ? {} : { LEDGER_PUBLIC_KEYS: resolve(given.keys) }) },
    [],
  );
  const keys = ledgerPublicKeys(config);
  const witnesses = given.heads?.map((path) => resolve(path)) ?? [witnessPath(config)];
  const database = await connect(config, given.url);
  try {
    let told = 0;
    const onProblem = (problem: string) => {
      told += 1;
      if (told <= mostTold) process.stdout.write(`${problem}\n`);
    };
    const verification = await verifyLedger({ database, keys, witnesses, onProblem }).catch(
      (error: unknown) => refuse('the ledger cannot be read', error),
    );
    const { problems } = verification;
    process.stdout.write(`${describe(verification)}\n`);
    process.stdout.write(
      problems === 0 ? 'OK\n' : `NOT OK: ${problems} ${problems === 1 ? 'problem' : 'problems'}\n`,
    );
    return problems === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

function commandLine(): Arguments | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: {
        url: { type: 'string' },
        keys: { type: 'string' },
        heads: { type: 'string', multiple: true },
      },
    });
    const { url, keys, heads } = values;
    return positionals.length === 1 && positionals[0] === 'verify' ? { url, keys, heads } : null;
  } catch {
    return null;
  }
}

async function connect(config: Config, url: string | undefined): Promise<Database> {
  const isUrl = url?.includes('://') ?? false;
  const settings = url === undefined ? ledgerSettings(config) : settingsOf(isUrl ? url : resolve(url));
  const from = url === undefined ? 'LEDGER_URL' : '--url';
  return connectToVerify(settings).catch((error: unknown) =>
    refuse(`${from}: the ledger cannot be opened`, error),
  );
}

/** A database's own message may hold the user and the password, or values: only its code is told. */
function refuse(what: string, error: unknown): never {
  const { code, name } = error as NodeJS.ErrnoException;
  throw new RefusedStart(`${what} (${code ?? name})`);
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    process.stderr.write(`${toldAtStart(error)}\n`);
    process.exitCode = 1;
  },
);
