import type { Subgraph } from '../define-subgraph';
import type { Column } from '../registry/column';
import type { Registry } from '../registry/registry';

const introduction = `# Exchange files

Made from the registries by \`npm run docs\`; a test of CI holds it fresh. Each registry is filled from one CSV
file of this name; \`npm run import -- DIR\` loads every file that it finds in DIR.

- UTF-8 (with or without a byte order mark) or GB18030, told apart by the importer; commas, RFC 4180 quotes,
  CRLF or LF; a header row with the English or the Chinese names, in any order. An unknown column is an error, a
  missing optional one (marked ?) is empty throughout.
- Importing a row again replaces the one with the same key. \`--replace\` empties the registry first.
  \`--as-of INSTANT\` says when the data was true; left out, it is the time of the import.
- All rows are checked before one is written. A bad row is told as \`file:line: column: what is wrong; expected
  …\`, nothing of its file is written and the exit status is 1. \`--keep-good\` writes the good rows and puts the
  bad ones into \`FILE.rejected.csv\` with their reasons.
- A file with a header row alone fills its registry with nothing: it then answers NO_RECORD. A registry without
  any import is UNAVAILABLE.
`;

/** The documentation of all exchange files, as Markdown. */
export function exchangeFiles(departments: readonly Subgraph[]): string {
  return [
    introduction,
    ...departments.flatMap((department) => department.registries.map(describe(department))),
  ].join('\n');
}

function describe({ name, chinese }: Subgraph) {
  return (registry: Registry): string =>
    [
      `## ${registry.table}.csv (${registry.chinese})`,
      '',
      `Department ${name} (${chinese}); ${registry.tier} tier; ${reaches[registry.reach]}; STALE after ` +
        `${registry.refreshHours} hours; key ${keyColumns(registry).join(', ')}.`,
      '',
      '| column | 列名 | a cell holds |',
      '|---|---|---|',
      ...registry.columns.map(row),
      '',
    ].join('\n');
}

const reaches = {
  nation: 'knows people wherever they are registered',
  city: 'knows people registered in the city alone',
} as const;

function row({ name, chinese, aliases, optional, expected }: Column): string {
  return `| ${name}${optional ? '?' : ''} | ${[chinese, ...aliases].join(' / ')} | ${expected} |`;
}

/** The key by the names of the file: a person's number stands there, not the pseudonym. */
function keyColumns({ key, columns }: Registry): readonly string[] {
  return key.map(
    (stored) => columns.find((column) => column.stored.some(({ name }) => name === stored))?.name ?? stored,
  );
}
