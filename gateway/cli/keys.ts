import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSecret } from '../../schema/config/development-key';
import { newSigningKey, publicSet } from '../../schema/config/keys';

const usage = 'usage: npm run keys -- FOLDER [gateway|ledger|report]\n';

const signers = ['gateway', 'ledger', 'report'] as const;
type Signer = (typeof signers)[number];

type Files = Readonly<Record<string, string>>;

const dotEnv = '.env';

/**
 * `npm run keys -- FOLDER`: the secrets of a deployment, made once. With a signer's name, a new pair for that signer
 * alone, by which its key is changed. It never writes over any.
 */
function main(folder: string, signer: Signer | undefined): void {
  const files = signer ? pair(folder, signer) : deployment(folder);
  const there = Object.keys(files).filter((file) => existsSync(file));
  if (there.length > 0) throw new Error(`Nothing was written: ${there.join(', ')} is there already`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // The folder keeps other users of this machine out; the files' own modes let a container's user in.
  for (const [file, content] of Object.entries(files)) writeFileSync(file, content, { mode: 0o644 });
  process.stdout.write(`${Object.keys(files).join('\n')}\n`);
  if (signer) return;
  chmodSync(dotEnv, 0o600);
  const tokenKeys = join(folder, 'token-keys.json');
  process.stdout.write(`Still needed: ${tokenKeys}, the JWK set of whoever issues access tokens\n`);
}

function deployment(folder: string): Files {
  return {
    ...pair(folder, 'gateway'),
    ...pair(folder, 'ledger'),
    ...pair(folder, 'report'),
    [dotEnv]: `PERSON_KEY=${randomSecret()}\nMYSQL_PASSWORD=${randomSecret()}\n`,
  };
}

function pair(folder: string, signer: Signer): Files {
  const { text, key } = newSigningKey();
  return {
    [join(folder, `${signer}-signing-key.json`)]: text,
    [join(folder, `${signer}-public-keys.json`)]: JSON.stringify(publicSet(key)),
  };
}

const [into, named] = process.argv.slice(2);
const known = signers.find((signer) => signer === named);
if (into === undefined || known !== named) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  try {
    main(into, known);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
