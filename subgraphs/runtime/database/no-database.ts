import type { Database } from './open-database';

/** In the place of the database of a department that keeps no registry: whoever asks it is mistaken. */
export function noDatabase(department: string): Database {
  const refuse = (): never => {
    throw new Error(`${department} keeps no registry and has no database`);
  };
  return {
    get dialect() {
      return refuse();
    },
    get dataSource() {
      return refuse();
    },
    select: async () => refuse(),
    session: async () => refuse(),
    close: async () => undefined,
  };
}
