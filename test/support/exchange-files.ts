import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';

/** Rows of exchange files by file name without `.csv`; cells by English column name, as in a scenario. */
export type Registries = Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;

/** Writes the files into a fresh folder. A registry without rows needs its columns: see `headers`. */
export function writeExchangeFiles(
  registries: Registries,
  headers: Readonly<Record<string, string[]>>,
): string {
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  for (const [name, rows] of Object.entries(registries)) {
    const columns = headers[name] ?? [];
    writeFileSync(join(folder, `${name}.csv`), stringify([...rows], { header: true, columns }));
  }
  return folder;
}
