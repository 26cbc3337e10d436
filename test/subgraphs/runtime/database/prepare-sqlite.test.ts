import { prepareSqlite } from '../../../../subgraphs/runtime/database/prepare-sqlite';

function connectionRefusing(times: number, code: string) {
  const asked: string[] = [];
  return {
    asked,
    pragma(text: string): void {
      asked.push(text);
      const tries = asked.filter((pragma) => pragma.startsWith('journal_mode')).length;
      if (text.startsWith('journal_mode') && tries <= times)
        throw Object.assign(new Error('refused'), { code });
    },
  };
}

describe('A new connection to SQLite', () => {
  it('asks for the write-ahead log again where another process turns it on at the same moment', async () => {
    const connection = connectionRefusing(2, 'SQLITE_BUSY');
    await prepareSqlite(connection);
    expect(connection.asked.filter((pragma) => pragma === 'journal_mode = WAL')).toHaveLength(3);
  });

  it('is given up at once where the file is no database', async () => {
    const connection = connectionRefusing(1, 'SQLITE_NOTADB');
    await expect(prepareSqlite(connection)).rejects.toMatchObject({ code: 'SQLITE_NOTADB' });
    expect(connection.asked.filter((pragma) => pragma === 'journal_mode = WAL')).toHaveLength(1);
  });
});
