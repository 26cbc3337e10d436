import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { JWTVerifyGetKey } from 'jose';
import { reportPublicKeys } from '../../../schema/config/keys';
import { readConfig } from '../../../schema/config/read-config';
import { RefusedStart, toldAtStart } from '../../../schema/config/refused-start';
import { reportPage } from './html/report-page';
import type { SealedReport } from './report';
import { chainProblems } from './verify-chain';
import { verifyReport } from './verify-report';

const usage = `usage: npm run report -- verify FILE... [--keys JWK_SET_FILE]
       npm run report -- print FILE [--out FILE.html] [--keys JWK_SET_FILE]

verify tells whether signed reports are as they were issued, without any network. Several files of one verification are
held together: all versions have to be there, each naming the one before.
print verifies a report and makes the page to print of it.

  --keys  the public keys of the check centre; else REPORT_PUBLIC_KEYS
  --out   where the page goes; else to the standard output
`;

interface Arguments {
  readonly command: 'verify' | 'print';
  readonly files: readonly string[];
  readonly keys: string | undefined;
  readonly out: string | undefined;
}

/** A report's file with what it turned out to be. */
interface Read {
  readonly file: string;
  readonly text: string;
  readonly sealed: SealedReport | null;
  readonly problems: readonly string[];
}

/** `npm run report`: status 0 where all holds, 1 where something does not, 2 where the command does not. */
async function main(): Promise<number> {
  const given = commandLine();
  if (given === null) {
    process.stderr.write(usage);
    return 2;
  }
  const keys = keysFrom(given.keys);
  const read = await Promise.all(given.files.map((file) => readReport(file, keys)));
  const problems = read.flatMap((one) => one.problems.map((problem) => `${one.file}: ${problem}`));
  const chained = problems.length === 0 ? problemsOfChains(read) : [];
  const told = [...problems, ...chained];
  if (told.length > 0) {
    const stream = given.command === 'verify' ? process.stdout : process.stderr;
    stream.write(told.map((problem) => `${problem}\n`).join(''));
    return 1;
  }
  if (given.command === 'verify') process.stdout.write(read.map(okLine).join(''));
  else print(read[0]?.text ?? '', given.out);
  return 0;
}

function commandLine(): Arguments | null {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { keys: { type: 'string' }, out: { type: 'string' } },
    });
    const [command, ...files] = positionals;
    const { keys, out } = values;
    if (command === 'verify' && files.length > 0 && out === undefined) return { command, files, keys, out };
    return command === 'print' && files.length === 1 ? { command, files, keys, out } : null;
  } catch {
    return null;
  }
}

function keysFrom(file: string | undefined): JWTVerifyGetKey {
  const named = file === undefined ? {} : { REPORT_PUBLIC_KEYS: resolve(file) };
  return reportPublicKeys(readConfig({ ...process.env, ...named }, []));
}

async function readReport(file: string, keys: JWTVerifyGetKey): Promise<Read> {
  const text = textOf(file);
  if (text === null) return { file, text: '', sealed: null, problems: ['it is not a text in UTF-8'] };
  return { file, text, ...(await verifyReport(text, keys)) };
}

/** Null where the bytes are not UTF-8: what would be put in their place is not what was signed. */
function textOf(file: string): string | null {
  const bytes = bytesOf(file);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new RefusedStart(`${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  }
}

/** Several files of one verification are its versions, in whatever order they were given. */
function problemsOfChains(read: readonly Read[]): readonly string[] {
  const sealed = read.flatMap((one) => (one.sealed ? [one.sealed] : []));
  const verifications = new Set(sealed.map(({ report }) => report.verificationId));
  return [...verifications].flatMap((id) => {
    const versions = sealed.filter(({ report }) => report.verificationId === id);
    if (versions.length === 1) return [];
    const inOrder = versions.sort((one, other) => one.report.version - other.report.version);
    return chainProblems(inOrder).map((problem) => `${id}: ${problem}`);
  });
}

function okLine({ sealed }: Read): string {
  if (!sealed) return '';
  const { report, seal } = sealed;
  return `OK ${report.number} version ${report.version} digest ${seal.digest} key ${seal.keyId}\n`;
}

function print(text: string, out: string | undefined): void {
  const page = reportPage(text);
  if (out === undefined) process.stdout.write(page);
  else writeFileSync(out, page);
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
