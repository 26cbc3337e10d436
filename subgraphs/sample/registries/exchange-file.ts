import type { Household } from '../household';

/** Booleans are written in words: csv-stringify would make nothing of `false`. */
export type Cell = string | number | undefined;

/** A row by the columns that have something to say; the others are empty. */
export type Cells<Column extends string> = Readonly<Partial<Record<Column, Cell>>>;

/** One exchange file: its columns, and the rows that each household has in it. */
export interface ExchangeFile {
  /** Such as vehicles.csv. */
  readonly name: string;
  readonly columns: readonly string[];
  /** What the file holds before the first household's rows. */
  readonly opening: () => readonly Cell[][];
  readonly rows: (household: Household) => readonly Cell[][];
}

interface Description<Column extends string> {
  readonly columns: readonly Column[];
  /** Where rows have a `record_id`, which is made of the household's number: what it begins with. */
  readonly recordIds?: string;
  readonly opening?: () => readonly Cells<Column>[];
  readonly rows: (household: Household) => readonly Cells<Column>[];
}

/** Describes the file of one registry, by its table's name. */
export function exchangeFile<const Column extends string>(
  table: string,
  { columns, recordIds, opening = () => [], rows }: Description<Column>,
): ExchangeFile {
  const cellsOf = (row: Cells<Column>): Cell[] => columns.map((column) => row[column]);
  return {
    name: `${table}.csv`,
    columns: recordIds ? ['record_id', ...columns] : columns,
    opening: () => opening().map(cellsOf),
    rows: (household) =>
      rows(household).map((row, nth) =>
        recordIds
          ? [`${recordIds}-${household.application.serial}-${nth + 1}`, ...cellsOf(row)]
          : cellsOf(row),
      ),
  };
}
