import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Subgraph } from '../define-subgraph';
import type { Registry } from '../registry/registry';

/** A file of a registry. */
export interface ExchangeFile {
  /** Its name, such as vehicles.csv. */
  readonly file: string;
  readonly path: string;
  readonly department: string;
  readonly registry: Registry;
}

/** What a folder has for an import. */
export interface ExchangeFolder {
  /** In the order of departments and of their registries, so that households come before members. */
  readonly files: readonly ExchangeFile[];
  /** CSV files that no registry has. */
  readonly strangers: readonly string[];
  /** Why it cannot be read, where it cannot. */
  readonly reason?: string;
}

/** Looks for the exchange files of some departments. Files of rejected rows are passed over. */
export async function exchangeFolder(
  directory: string,
  departments: readonly Pick<Subgraph, 'name' | 'registries'>[],
): Promise<ExchangeFolder> {
  let entries: Dirent[];
  try {
    entries = await readdir(directory, { withFileTypes: true });
  } catch (error) {
    const reason = `the folder cannot be read (${(error as NodeJS.ErrnoException).code})`;
    return { files: [], strangers: [], reason };
  }
  const names = entries
    .filter((entry) => !entry.isDirectory() && /(?<!\.rejected)\.csv$/i.test(entry.name))
    .map(({ name }) => name);
  const files = departments
    .flatMap(({ name, registries }) =>
      registries.map((registry) => ({ file: `${registry.table}.csv`, department: name, registry })),
    )
    .filter(({ file }) => names.includes(file))
    .map((found) => ({ ...found, path: join(directory, found.file) }));
  const known = new Set(files.map(({ file }) => file));
  return { files, strangers: names.filter((name) => !known.has(name)).sort() };
}

/** The names of all exchange files, for whoever has given another. */
export function exchangeFiles(departments: readonly Pick<Subgraph, 'registries'>[]): string {
  return departments.flatMap(({ registries }) => registries.map(({ table }) => `${table}.csv`)).join(', ');
}
