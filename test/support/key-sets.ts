import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publicSet } from '../../schema/config/keys';
import type { SigningKey } from '../../schema/wire/caller';

/** A file of public keys that a test changes as an operator would. */
export interface KeySetFile {
  readonly path: string;
  /** Writes the public halves of these keys. */
  hold(...keys: readonly SigningKey[]): void;
  write(text: string): void;
  /** Takes the file away. */
  lose(): void;
  remove(): void;
}

export function openKeySetFile(...keys: readonly SigningKey[]): KeySetFile {
  const folder = mkdtempSync(join(tmpdir(), 'key-set-'));
  const path = join(folder, 'keys.json');
  let writes = 0;
  const write = (text: string) => {
    writeFileSync(path, text);
    // Two writes within the file system's grain are two all the same.
    utimesSync(path, 0, (writes += 1));
  };
  const hold = (...held: readonly SigningKey[]) => write(textOfSet(...held));
  hold(...keys);
  return { path, hold, write, lose: () => rmSync(path), remove: () => rmSync(folder, { recursive: true }) };
}

/** The public halves of keys as the text of a JWK set. */
export function textOfSet(...keys: readonly SigningKey[]): string {
  return JSON.stringify({ keys: keys.flatMap((key) => publicSet(key).keys) });
}
