import { openDatabase, type Database } from '../../../../subgraphs/runtime/database/open-database';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { CreateVerifications1764300000000 } from '../../../../subgraphs/verification/migrations/create-verifications';
import { records, type Records } from '../../../../subgraphs/verification/store/records';
import { databaseKinds, testDatabases } from '../../../support/databases';

describe.each(databaseKinds)('records on %s', (kind) => {
  const databases = testDatabases(kind);
  const statements: string[] = [];
  let database: Database;
  let kept: Records;

  beforeAll(async () => {
    database = await openDatabase({
      settings: databaseSettings(databases.config, 'verification'),
      registries: [],
      migrations: [CreateVerifications1764300000000],
      onStatement: (sql) => void statements.push(sql),
    });
    kept = records(database);
  });
  afterAll(async () => {
    await database.close();
    await databases.remove();
  });

  const keep = (key: string, more: () => Promise<void> = () => Promise.resolve()) =>
    kept.write(async ({ run }) => {
      await run('INSERT INTO step_keys (step_key, request, subject_id) VALUES (?, ?, ?)', [key, 'r', 's']);
      await more();
      return key;
    });
  const keys = async () =>
    (await kept.select('SELECT step_key FROM step_keys ORDER BY step_key')).map(({ step_key: key }) => key);

  it('keep all works that come at once, those of another made with them taken back alone', async () => {
    const made = await Promise.allSettled([
      ...Array.from({ length: 60 }, (_, index) => keep(`a${String(index).padStart(2, '0')}`)),
      keep('broken', () => Promise.reject(new Error('refused'))),
      keep('b'),
    ]);
    expect(made.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await keys()).toHaveLength(61);
    expect(await keys()).not.toContain('broken');
  });

  it('show a reader nothing that is not committed', async () => {
    let seen: unknown;
    await keep('c', () => {
      // Asked for in the middle of a transaction, and answered when it is over, or without what it wrote.
      seen = kept.select("SELECT COUNT(*) AS found FROM step_keys WHERE step_key IN ('c', 'd')");
      return Promise.resolve();
    });
    await keep('d', () => Promise.reject(new Error('taken back'))).catch(() => undefined);
    const [row] = (await seen) as { found: unknown }[];
    expect([0, 1]).toContain(Number(row?.found));
    expect(await keys()).not.toContain('d');
  });

  it('commit seldom where many works wait on SQLite, which does nothing else meanwhile', async () => {
    statements.length = 0;
    await Promise.all(Array.from({ length: 50 }, (_, index) => keep(`e${String(index)}`)));
    const commits = statements.filter((sql) => sql === 'COMMIT').length;
    expect(commits).toBe(kind === 'SQLite' ? 2 : 50);
  });
});
