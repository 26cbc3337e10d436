import { rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fingerprintOf } from '../database/registry-state';
import { columnNames } from './column-names';
import { encodingOf } from './encoding-of';
import type { ExchangeFile } from './exchange-folder';
import type { FileReport } from './file-report';
import type { Filling } from './fill-registry';
import type { ImportDatabase, ImportOptions } from './import-options';
import { readHeader } from './read-header';
import { readRows } from './read-rows';
import { Refusal } from './refusal';
import { rejectedFile, writeRejectedRows } from './rejected-rows';
import { withStagingTables } from './staging-tables';
import { takeRows } from './take-rows';

/**
 * Imports one exchange file. All of it is checked before any of it is written, and it is written in one
 * transaction: whenever the process ends, the registry is as before or as the file says. Memory does not grow
 * with the file. What is wrong with the file is in the report; what is thrown is a failure of the database or
 * of the disk.
 */
export async function importFile(
  exchangeFile: ExchangeFile,
  database: ImportDatabase,
  options: ImportOptions,
): Promise<FileReport> {
  const { file, department, registry } = exchangeFile;
  const { clock, asOf = clock() } = options;
  const about = { file, department, registry: registry.table, asOf };
  try {
    return { ...about, ...(await readAndFill(exchangeFile, database, { ...options, asOf })) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { problems } = error;
    return { ...about, rows: 0, written: 0, isFilled: false, problems, problemCount: problems.length };
  }
}

async function readAndFill(
  { file, path, registry }: ExchangeFile,
  { dialect, session: lend }: ImportDatabase,
  { asOf, personKey, keepGood = false, ...options }: ImportOptions & { readonly asOf: Date },
) {
  const names = columnNames(registry);
  const encoding = await encodingOf(path, (name) => names.has(name));
  const filling = (): Filling => ({
    asOf,
    filledAt: options.clock(),
    source: options.source ?? 'exchange',
    fingerprint: fingerprintOf(personKey),
    replace: options.replace ?? false,
  });
  const { size } = await stat(path);
  let read = 0;
  const rows = readRows(path, encoding, (count) => {
    read += count;
    options.onProgress?.({ file, read, size });
  });
  try {
    const first = await rows.next();
    const header = readHeader(first.value ?? undefined, registry);
    return await lend((session) =>
      withStagingTables(session, dialect, registry, async () => {
        const to = { session, dialect, registry, personKey, filling, keepGood };
        const taken = await takeRows(rows, header, to);
        if (!keepGood || !taken.isFilled) return taken;
        const rejected = rejectedFile(path);
        if (taken.problemCount === 0) {
          await rm(rejected, { force: true });
          return taken;
        }
        await writeRejectedRows(rejected, readRows(path, encoding), session);
        return { ...taken, rejectedFile: basename(rejected) };
      }),
    );
  } finally {
    await rows.return();
  }
}
