import type { Problem } from './problem';

/** What became of one file. */
export interface FileReport {
  /** The file's name, without its folder. */
  readonly file: string;
  /** The department and the table of the registry; absent for a file that no registry has. */
  readonly department?: string;
  readonly registry?: string;
  readonly asOf?: Date;
  /** Rows read, without the header row. */
  readonly rows: number;
  /** Rows that are now in the registry: all, none or, with keepGood, the good ones. */
  readonly written: number;
  /** Whether the registry was filled; a file without rows fills it with nothing. */
  readonly isFilled: boolean;
  /** The name of the file with the rows that were not taken, where one was written. */
  readonly rejectedFile?: string;
  /** The first problems, by line. */
  readonly problems: readonly Problem[];
  /** How many there are in all. */
  readonly problemCount: number;
}
