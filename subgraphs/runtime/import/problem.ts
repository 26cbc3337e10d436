/** What is wrong with an exchange file, and where. No part of it is ever what a cell holds. */
export interface Problem {
  /** Counted from 1; of a row that spans several lines, the first. Absent where the whole file is meant. */
  readonly line?: number;
  /** The name of the column as the file's header row writes it. */
  readonly column?: string;
  /** The place of the cell in its row, from 0. */
  readonly position?: number;
  readonly what: string;
  readonly expected: string;
}
