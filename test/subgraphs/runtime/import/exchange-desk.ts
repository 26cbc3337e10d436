import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { departments } from '../../../../subgraphs';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { openDatabase, type Database } from '../../../../subgraphs/runtime/database/open-database';
import { describeReport } from '../../../../subgraphs/runtime/import/describe-report';
import type { FileReport } from '../../../../subgraphs/runtime/import/file-report';
import { importFolder, type FolderOptions } from '../../../../subgraphs/runtime/import/import-folder';
import type { Row } from '../../../../subgraphs/runtime/registry/stored-column';
import { testDatabases, type DatabaseKind, type TestDatabases } from '../../../support/databases';

export const personKey = Buffer.alloc(32, 7);
export const now = new Date('2018-07-02T09:00:00+08:00');

type Files = Readonly<Record<string, string | Buffer>>;

/** All departments' databases, empty at first, and a folder in which exchange files are laid. */
export interface Desk {
  readonly folder: string;
  readonly databases: TestDatabases;
  /** Lays these files alone into the folder and imports it. */
  take(files: Files, options?: Partial<FolderOptions>): Promise<FileReport[]>;
  /** The rows of a registry by its table, in the order of its key. */
  rows(table: string): Promise<Row[]>;
  /** What is known of a registry as a whole, undefined for one never filled. */
  state(registry: string): Promise<Row | undefined>;
  /** A file of the folder as text. */
  read(file: string): string;
  files(): string[];
  /** Makes every registry as if it had never been filled. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export async function openDesk(kind: DatabaseKind): Promise<Desk> {
  const databases = testDatabases(kind);
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  const opened = new Map<string, Database>();
  for (const subgraph of departments) {
    const settings = databaseSettings(databases.config, subgraph.name);
    opened.set(subgraph.name, await openDatabase({ ...subgraph, settings }));
  }
  const registries = departments.flatMap(({ name, registries: all }) =>
    all.map((registry) => ({ registry, database: opened.get(name)! })),
  );
  const find = (name: string) =>
    registries.find(({ registry }) => registry.table === name || registry.name === name)!;

  return {
    folder,
    databases,
    take: (files, options = {}) => {
      emptyFolder(folder);
      for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
      return importFolder({
        directory: folder,
        departments: departments.map((subgraph) => ({ subgraph, database: opened.get(subgraph.name)! })),
        personKey,
        clock: () => now,
        ...options,
      });
    },
    rows: async (table) => {
      const { database, registry } = find(table);
      const rows = await database.select(`SELECT * FROM ${table} ORDER BY ${registry.key.join(', ')}`);
      return rows.map((row) => ({ ...row }));
    },
    state: async (name) => {
      const { database } = find(name);
      const [row] = await database.select('SELECT * FROM registry_state WHERE registry = ?', [name]);
      return row && { ...row };
    },
    read: (file) => readFileSync(join(folder, file), 'utf8'),
    files: () => readdirSync(folder).sort(),
    clear: async () => {
      for (const { database, registry } of registries) {
        await database.select(`DELETE FROM ${registry.table}`);
        await database.select('DELETE FROM registry_state WHERE registry = ?', [registry.name]);
      }
    },
    close: async () => {
      for (const database of opened.values()) await database.close();
      await databases.remove();
      rmSync(folder, { recursive: true });
    },
  };
}

/** All that a person at the terminal would be told. */
export function told(reports: readonly FileReport[]): string[] {
  return reports.flatMap((report) => {
    const { problems, outcome } = describeReport(report);
    return [...problems, outcome];
  });
}

function emptyFolder(folder: string): void {
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
}
