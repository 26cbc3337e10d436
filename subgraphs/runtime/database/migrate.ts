import type { DataSource } from 'typeorm';

const patience = 60;

/**
 * Runs the migrations that are missing. Processes that start together wait for one another, so that each
 * migration runs once.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  if (dataSource.options.type === 'mysql') await migrateUnderLock(dataSource);
  else await migrateInTransaction(dataSource);
}

async function migrateInTransaction(dataSource: DataSource): Promise<void> {
  await dataSource.query('BEGIN IMMEDIATE');
  try {
    await dataSource.runMigrations({ transaction: 'none' });
    await dataSource.query('COMMIT');
  } catch (error) {
    await dataSource.query('ROLLBACK');
    throw error;
  }
}

/** MySQL commits each change of a table by itself; a named lock keeps others out meanwhile. */
async function migrateUnderLock(dataSource: DataSource): Promise<void> {
  const name = `migrate:${String(dataSource.options.database)}`.slice(0, 64);
  const holder = dataSource.createQueryRunner();
  try {
    const [row] = (await holder.query('SELECT GET_LOCK(?, ?) AS held', [name, patience])) as [
      { held: number },
    ];
    if (Number(row.held) !== 1) throw new Error(`Another process has been migrating for ${patience} s`);
    try {
      await dataSource.runMigrations({ transaction: 'none' });
    } finally {
      await holder.query('SELECT RELEASE_LOCK(?)', [name]);
    }
  } finally {
    await holder.release();
  }
}
