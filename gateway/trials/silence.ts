import type { OpenDepartment } from '../../subgraphs/runtime/serve/open-department';

/**
 * Takes tables away from their departments while `work` runs, so that every statement that seeks a row of theirs
 * fails in the database, and nothing else does.
 */
export async function silenced<T>(
  departments: readonly Pick<OpenDepartment, 'subgraph' | 'database'>[],
  tables: readonly string[],
  work: () => Promise<T>,
): Promise<T> {
  const taken = departments.flatMap(({ subgraph, database }) =>
    subgraph.registries
      .filter(({ table }) => tables.includes(table))
      .map(({ table }) => ({ table, database })),
  );
  for (const { table, database } of taken) {
    await database.session((session) => session.run(`ALTER TABLE ${table} RENAME TO ${table}_taken_away`));
  }
  try {
    return await work();
  } finally {
    for (const { table, database } of taken) {
      await database.session((session) => session.run(`ALTER TABLE ${table}_taken_away RENAME TO ${table}`));
    }
  }
}
