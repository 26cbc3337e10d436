import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { describeProblem } from '../../subgraphs/runtime/import/describe-problem';
import { importFolder, type ImportDepartment } from '../../subgraphs/runtime/import/import-folder';
import type { Registry } from '../../subgraphs/runtime/registry/registry';
import { UnreadableCase, type Case } from './read-case';

export interface FillOptions {
  readonly departments: readonly ImportDepartment[];
  readonly personKey: Uint8Array;
  /** Where the exchange files of a case are written. */
  readonly directory: string;
}

/** Makes the registries hold what a case says and nothing else. */
export type FillCase = (of: Pick<Case, 'registries' | 'asOf'>) => Promise<void>;

/** Registries that are filled together, as their data is of one age; without `asOf` it is of now. */
interface Batch {
  readonly asOf: Date | undefined;
  readonly registries: Registry[];
}

/**
 * Fills the registries of one district, case after case, by the importer. A registry that is to hold what it holds
 * already is left standing: most hold nothing, and many cases are about the same family.
 */
export function caseFiller(options: FillOptions): FillCase {
  const registries = options.departments.flatMap(({ subgraph }) => subgraph.registries);
  const standing = new Map<Registry, string>();
  return async ({ registries: rows, asOf }) => {
    const contents = new Map<Registry, string>();
    for (const registry of registries) contents.set(registry, contentOf(registry, { rows, asOf, contents }));
    const due = registries.filter((registry) => standing.get(registry) !== contents.get(registry));
    // Until it is done it is not known what they hold.
    for (const registry of due) standing.delete(registry);
    for (const batch of batches(due, asOf)) await importBatch(batch, rows, options);
    for (const [registry, content] of contents) standing.set(registry, content);
  };
}

interface Contents {
  readonly rows: Case['registries'];
  readonly asOf: Case['asOf'];
  /** Of the registries before this one, to which alone it may refer. */
  readonly contents: ReadonlyMap<Registry, string>;
}

/** What a registry is to hold; whether its rows may stand depends on the registries that they refer to, too. */
function contentOf({ table, references }: Registry, { rows, asOf, contents }: Contents): string {
  const referred = references.map(({ registry }) => contents.get(registry));
  return JSON.stringify([rows[table] ?? [], asOf.get(table) ?? null, ...referred]);
}

/** In the order of import, so that households stand before their members. */
function batches(registries: readonly Registry[], asOf: Case['asOf']): readonly Batch[] {
  const made: Batch[] = [];
  for (const registry of registries) {
    const of = asOf.get(registry.table);
    const last = made.at(-1);
    if (last && last.asOf?.getTime() === of?.getTime()) last.registries.push(registry);
    else made.push({ asOf: of, registries: [registry] });
  }
  return made;
}

async function importBatch(
  { asOf, registries }: Batch,
  rows: Case['registries'],
  { departments, personKey, directory: parent }: FillOptions,
): Promise<void> {
  const directory = mkdtempSync(join(parent, 'exchange-'));
  try {
    for (const registry of registries) {
      writeFileSync(
        join(directory, `${registry.table}.csv`),
        exchangeFile(registry, rows[registry.table] ?? []),
      );
    }
    const clock = () => new Date();
    const reports = await importFolder({ directory, departments, personKey, asOf, clock, replace: true });
    const problems = reports.flatMap(({ file, problems: found }) =>
      found.map((problem) => `registries.${file.replace(/\.csv$/, '')}: ${describeProblem(file, problem)}`),
    );
    if (problems.length > 0) throw new UnreadableCase(problems);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Columns as the rows have them, so that a wrong one is refused; all that there are where there is no row. */
function exchangeFile({ columns }: Registry, rows: Case['registries'][string]): string {
  const header =
    rows.length > 0 ? [...new Set(rows.flatMap((row) => Object.keys(row)))] : columns.map(({ name }) => name);
  return stringify([...rows], { header: true, columns: header });
}
