import {
  connectDatabase,
  type Database,
  type SqlValue,
} from '../../../../subgraphs/runtime/database/connect-database';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { DeadlineExceeded } from '../../../../schema/wire/within';
import {
  databaseKinds,
  testDatabases,
  type DatabaseKind,
  type TestDatabases,
} from '../../../support/databases';
import { eventually } from '../../../support/eventually';

const columns =
  'id VARCHAR(10), name VARCHAR(20), born DATE, fen BIGINT, share DOUBLE, flag TINYINT, note TEXT';
const rows: SqlValue[][] = [
  ['a', '尹某', '1950-01-02', 9_007_199_254_740_991, 0.25, 1, null],
  ['b', 'O’Neill \\ "x"', null, 0, -1.5, 0, 'a\nb'],
];

/** A database with a table of every type of column. */
async function opened(kind: DatabaseKind, statements: string[] = []) {
  const databases = testDatabases(kind);
  const open = (): Promise<Database> =>
    connectDatabase({
      settings: databaseSettings(databases.config, 'taxation'),
      migrations: [],
      onStatement: (sql) => void statements.push(sql),
    });
  const database = await open();
  await database.session(async ({ run }) => {
    await run(`CREATE TABLE people (${columns})`);
    for (const row of rows) await run('INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)', row);
  });
  statements.splice(0);
  return { database, databases, open };
}

describe.each(databaseKinds)('What is read on %s', (kind) => {
  const statements: string[] = [];
  let database: Database;
  let databases: TestDatabases;
  let open: () => Promise<Database>;
  beforeAll(async () => ({ database, databases, open } = await opened(kind, statements)));
  beforeEach(() => void statements.splice(0));
  afterAll(async () => {
    await database.close();
    await databases.remove();
  });

  it.each([
    'SELECT id, name, born, fen, share, flag, note FROM people WHERE id IN (?, ?) ORDER BY id',
    'SELECT * FROM people WHERE id IN (?, ?) ORDER BY id',
    'SELECT fen + 0 AS sum, COUNT(*) AS number FROM people WHERE id = ? OR id = ? GROUP BY fen ORDER BY fen',
    'SELECT id FROM people WHERE id = ? AND id <> ?',
  ])('is what TypeORM reads: %s', async (sql) => {
    const read = await database.select(sql, ['a', 'b']);
    expect(read).toEqual(await database.dataSource.query(sql, ['a', 'b']));
    expect(await database.select(sql, ['a', 'b'], Date.now() + 10_000)).toEqual(read);
  });

  it('holds amounts as numbers, days as they were written and nothing where there is none', async () => {
    const [first] = await database.select('SELECT born, fen, note FROM people WHERE id = ?', ['a']);
    expect(first).toEqual({ born: '1950-01-02', fen: 9_007_199_254_740_991, note: null });
  });

  it('is told to whoever watches statements, once and without values', async () => {
    const sql = 'SELECT name FROM people WHERE id = ?';
    await database.select(sql, ['a'], Date.now() + 10_000);
    expect(statements).toEqual([sql]);
  });

  it('is new each time: what was written in between is seen', async () => {
    const sql = 'SELECT note FROM people WHERE id = ?';
    await database.select(sql, ['b']);
    await database.session(({ run }) => run("UPDATE people SET note = 'new' WHERE id = 'b'"));
    expect(await database.select(sql, ['b'])).toEqual([{ note: 'new' }]);
  });

  it('has its columns right though another process alters the table', async () => {
    const sql = 'SELECT * FROM people WHERE id = ?';
    const [before] = await database.select(sql, ['a']);
    const other = await open();
    await other.session(({ run }) => run('ALTER TABLE people RENAME COLUMN share TO part'));
    await other.close();
    const { share, ...rest } = before ?? {};
    expect(await database.select(sql, ['a'])).toEqual([{ ...rest, part: share }]);
  });

  it('is refused with the code of the database, and the next statement is read', async () => {
    const code = kind === 'SQLite' ? 'SQLITE_ERROR' : 'ER_NO_SUCH_TABLE';
    await expect(database.select('SELECT id FROM nobody')).rejects.toMatchObject({ code });
    expect(await database.select('SELECT id FROM people WHERE id = ?', ['a'])).toEqual([{ id: 'a' }]);
  });

  it('is not asked for past its deadline', async () => {
    const reading = database.select('SELECT id FROM people', [], Date.now() - 1);
    await expect(reading).rejects.toBeInstanceOf(DeadlineExceeded);
  });
});

describe('A statement that runs past its deadline on MariaDB', () => {
  let database: Database;
  let databases: TestDatabases;
  beforeAll(async () => ({ database, databases } = await opened('MariaDB')));
  afterAll(async () => {
    await database.close();
    await databases.remove();
  });

  const mark = (number: number) => `SELECT SLEEP(30), ${number} AS \`slow_${process.pid}\``;
  const running = async () =>
    Number(
      (
        await database.select(
          'SELECT COUNT(*) AS n FROM information_schema.processlist WHERE info LIKE ? AND id <> CONNECTION_ID()',
          [`%slow\\_${process.pid}%`],
        )
      )[0]?.['n'],
    );
  const isOver = () =>
    eventually('no statement runs', 5_000, async () => ((await running()) === 0 ? true : undefined));

  it('is rejected then, and ended on the server', async () => {
    const began = Date.now();
    const reading = database.select(mark(1), [], began + 200);
    const rejected = expect(reading).rejects.toBeInstanceOf(DeadlineExceeded);
    await eventually('it runs', 5_000, async () => ((await running()) === 1 ? true : undefined));
    await rejected;
    expect(Date.now() - began).toBeLessThan(5_000);
    await isOver();
  });

  it('leaves the pool as it was, though as many ran as it has connections, and others waited for one', async () => {
    const until = Date.now() + 200;
    const readings = Array.from({ length: 15 }, (_, number) => database.select(mark(number), [], until));
    const ends = await Promise.allSettled(readings);
    for (const end of ends) {
      expect(end).toEqual({ status: 'rejected', reason: expect.any(DeadlineExceeded) as unknown });
    }
    await isOver();
    const again = Array.from({ length: 15 }, () =>
      database.select('SELECT id FROM people WHERE id = ?', ['a']),
    );
    expect(await Promise.all(again)).toEqual(Array(15).fill([{ id: 'a' }]));
  });
});
