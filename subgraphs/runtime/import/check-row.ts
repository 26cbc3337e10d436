import { ValueError } from '../../../schema/values/value-error';
import type { ImportContext } from '../registry/column';
import type { SqlValue } from '../registry/stored-column';
import type { Field, Header } from './read-header';
import type { Problem } from './problem';
import type { FileRow } from './read-rows';

/** A problem with the place of its cell in the row, by which the problems of a row are put in order. */
export type PlacedProblem = Problem & { readonly position: number };

/** What a row stores, in the order of the registry's stored columns; of no use where there are problems. */
export interface CheckedRow {
  readonly values: readonly SqlValue[];
  readonly problems: readonly PlacedProblem[];
}

/** Reads every cell of a row, and tells all that is wrong with it. */
export function checkRow(
  { line, cells }: FileRow,
  { width, fields }: Header,
  context: ImportContext,
): CheckedRow {
  if (cells.length !== width) {
    const [what, expected] = [`the row has ${cells.length} cells`, `${width}, as the header row has`];
    return { values: [], problems: [{ line, position: 0, what, expected }] };
  }
  const values: SqlValue[] = [];
  const problems: PlacedProblem[] = [];
  for (const field of fields) {
    try {
      values.push(...field.column.store(cellOf(cells, field), context));
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      const { written: column, position = 0 } = field;
      problems.push({ line, position, column, what: error.message, expected: error.expected });
    }
  }
  return { values, problems };
}

function cellOf(cells: readonly string[], { position }: Field): string {
  return position === undefined ? '' : (cells[position] ?? '');
}
