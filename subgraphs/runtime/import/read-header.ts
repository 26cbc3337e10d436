import { redactIdNumbers } from '../../../schema/values/id-number';
import type { Column } from '../registry/column';
import type { Registry } from '../registry/registry';
import { columnNames } from './column-names';
import type { Problem } from './problem';
import type { FileRow } from './read-rows';
import { Refusal } from './refusal';

/** Where in a row a column's cell stands. */
export interface Field {
  readonly column: Column;
  /** The column's name as the file writes it; as the registry does, where the file leaves it out. */
  readonly written: string;
  /** Undefined for an optional column that the file leaves out. */
  readonly position: number | undefined;
}

/** What a header row says. */
export interface Header {
  /** How many cells a row has. */
  readonly width: number;
  /** One for each column of the registry, in its order. */
  readonly fields: readonly Field[];
}

/**
 * Reads the header row: English or Chinese names, in any order.
 * @throws Refusal for names that the registry does not have, or that stand twice, and for missing columns.
 */
export function readHeader(row: FileRow | undefined, registry: Registry): Header {
  if (!row)
    throw new Refusal({ line: 1, what: 'the file is empty', expected: `a header row of ${all(registry)}` });
  const names = columnNames(registry);
  const header = row.cells.map((cell) => cell.trim());
  const { line } = row;
  if (!header.some((name) => names.has(name))) {
    // It may well be a row of data, so none of it is shown.
    throw new Refusal({
      line,
      what: 'none of the columns is known',
      expected: `a header row of ${all(registry)}`,
    });
  }
  const fields = registry.columns.map((column) => {
    const position = header.findIndex((name) => names.get(name) === column);
    return position === -1
      ? { column, written: column.name, position: undefined }
      : { column, written: header[position] as string, position };
  });
  const problems = [
    ...header.flatMap((name, position) => nameProblem(name, position, header, names, registry)),
    ...fields.filter(({ column, position }) => !column.optional && position === undefined).map(missing),
  ];
  if (problems.length > 0) throw new Refusal(...problems.map((problem) => ({ line, ...problem })));
  return { width: header.length, fields };
}

function nameProblem(
  name: string,
  position: number,
  header: readonly string[],
  names: ReadonlyMap<string, Column>,
  registry: Registry,
): Problem[] {
  const column = names.get(name);
  if (!column) {
    return [{ column: shown(name, position), what: 'there is no such column', expected: all(registry) }];
  }
  const isRepeated = header.slice(0, position).some((earlier) => names.get(earlier) === column);
  return isRepeated ? [{ column: name, what: 'the column stands twice', expected: 'each column once' }] : [];
}

function missing({ column }: Field): Problem {
  return {
    column: column.name,
    what: 'the column is missing',
    expected: [column.name, column.chinese, ...column.aliases].join(' or '),
  };
}

/** An unknown name may be a slip of data into the header: no number, and nothing long, is repeated. */
function shown(name: string, position: number): string {
  const isTold =
    name !== '' && name.length <= 40 && redactIdNumbers(name) === name && !/\p{Nd}{6}/u.test(name);
  return isTold ? name : `column ${position + 1}`;
}

function all(registry: Registry): string {
  return registry.columns
    .map(({ name, chinese, optional }) => `${name}${optional ? '?' : ''} (${chinese})`)
    .join(', ');
}
