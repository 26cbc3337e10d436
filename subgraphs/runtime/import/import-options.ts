import type { Database } from '../database/open-database';
import type { DataSourceKind } from '../database/registry-state';

/** What an import needs of a department's database. */
export type ImportDatabase = Pick<Database, 'dialect' | 'session'>;

/** How far the reading of a file has come, in bytes. */
export interface Progress {
  readonly file: string;
  readonly read: number;
  readonly size: number;
}

/** How files are imported. */
export interface ImportOptions {
  /** The key of the persons' pseudonyms. */
  readonly personKey: Uint8Array;
  readonly clock: () => Date;
  /** The instant that the data stands for; the time of the import where left out. */
  readonly asOf?: Date | undefined;
  /** Whether a registry is emptied first. */
  readonly replace?: boolean | undefined;
  /** Whether good rows are taken although others are bad, which then go into a file of their own. */
  readonly keepGood?: boolean | undefined;
  /** `exchange` where left out. */
  readonly source?: DataSourceKind | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}
