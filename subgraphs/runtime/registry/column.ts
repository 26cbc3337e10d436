import { ValueError } from '../../../schema/values/value-error';
import type { Row, SqlValue, StoredColumn, StoredType } from './stored-column';

/** What parsing a cell may need from outside. */
export interface ImportContext {
  /** The key of the persons' pseudonyms. */
  readonly personKey: Uint8Array;
}

/** One column of an exchange file: its two names, how a cell is read, stored and given back. */
export interface Column<Output = unknown> {
  /** The English name in the header row. */
  readonly name: string;
  /** The Chinese name in the header row. */
  readonly chinese: string;
  /** Further names that a header row may use. */
  readonly aliases: readonly string[];
  /** An optional column may be missing from the file, and its cells may be empty. */
  readonly optional: boolean;
  /** What a cell holds, for the documentation of the file. */
  readonly expected: string;
  readonly stored: readonly StoredColumn[];
  /** The values of `stored`, in its order. Throws a ValueError that tells what was expected. */
  readonly store: (cell: string, context: ImportContext) => readonly SqlValue[];
  /** The value that the graph gives for a row. */
  readonly output: (row: Row) => Output;
}

/** A kind of cell whose value fits one column of the table. */
export interface CellKind<Output> {
  readonly expected: string;
  readonly type: StoredType;
  readonly length?: number;
  readonly parse: (cell: string) => SqlValue;
  readonly output: (value: string | number) => Output;
}

export interface ColumnOptions {
  readonly optional?: boolean;
  readonly aliases?: readonly string[];
  /** The table's column, where the name in the header row is a reserved word of SQL. */
  readonly storedAs?: string;
}

type Given<Output, Options> = Options extends { readonly optional: true } ? Output | null : Output;

/** A column of one kind. An empty cell is null, where the column is optional, and an error elsewhere. */
export function columnOf<Output, const Options extends ColumnOptions>(
  kind: CellKind<Output>,
  name: string,
  chinese: string,
  options?: Options,
): Column<Given<Output, Options>> {
  const optional = options?.optional ?? false;
  const storedAs = options?.storedAs ?? name;
  const stored: StoredColumn = {
    name: storedAs,
    type: kind.type,
    nullable: optional,
    ...(kind.length === undefined ? {} : { length: kind.length }),
  };
  return {
    name,
    chinese,
    aliases: options?.aliases ?? [],
    optional,
    expected: kind.expected,
    stored: [stored],
    store: (cell) => [isEmpty(cell, optional, kind.expected) ? null : kind.parse(cell)],
    output: (row) => {
      const value = row[storedAs];
      return (value === null || value === undefined ? null : kind.output(value)) as Given<Output, Options>;
    },
  };
}

/** Whether a cell is empty; an empty cell of a column that is not optional is an error. */
export function isEmpty(cell: string, optional: boolean, expected: string): boolean {
  if (cell.trim() !== '') return false;
  if (optional) return true;
  throw new ValueError('the cell is empty', expected);
}
