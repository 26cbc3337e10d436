import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomSecret } from '../../schema/config/development-key';
import { newSigningKey, publicSet } from '../../schema/config/keys';

const [folder] = process.argv.slice(2);

/** `npm run keys -- FOLDER`: the secrets of a deployment, made once. It never writes over any. */
function main(into: string): void {
  const [gateway, ledger] = [newSigningKey(), newSigningKey()];
  const files = {
    [join(into, 'gateway-signing-key.json')]: gateway.text,
    [join(into, 'gateway-public-keys.json')]: JSON.stringify(publicSet(gateway.key)),
    [join(into, 'ledger-signing-key.json')]: ledger.text,
    [join(into, 'ledger-public-keys.json')]: JSON.stringify(publicSet(ledger.key)),
    '.env': `PERSON_KEY=${randomSecret()}\nMYSQL_PASSWORD=${randomSecret()}\n`,
  };
  const there = Object.keys(files).filter((file) => existsSync(file));
  if (there.length > 0) throw new Error(`Nothing was written: ${there.join(', ')} is there already`);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  // The folder keeps other users of this machine out; the files' own modes let a container's user in.
  for (const [file, content] of Object.entries(files)) writeFileSync(file, content, { mode: 0o644 });
  chmodSync('.env', 0o600);
  process.stdout.write(
    `${Object.keys(files).join('\n')}\nStill needed: ${join(into, 'token-keys.json')}, the JWK set of whoever issues access tokens\n`,
  );
}

if (folder === undefined) {
  process.stderr.write('usage: npm run keys -- FOLDER\n');
  process.exitCode = 2;
} else {
  try {
    main(folder);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}
