import { openDatabase, type Database, type DatabaseOptions } from '../database/open-database';
import type { ImportDatabase } from './import-options';

/**
 * A department's database that is opened, and made where it is missing, when the first of its files is
 * imported: an import of one department asks for no other's database.
 */
export function databaseOnDemand(options: DatabaseOptions): ImportDatabase & { close(): Promise<void> } {
  let opened: Promise<Database> | undefined;
  return {
    dialect: options.settings.dialect,
    session: async (work) => {
      opened ??= openDatabase(options);
      return (await opened).session(work);
    },
    close: async () => (await opened)?.close(),
  };
}
