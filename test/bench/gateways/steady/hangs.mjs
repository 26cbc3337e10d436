import { createRequire } from 'node:module';

const { createConnection } = createRequire(import.meta.url)('mysql2/promise');

/** A department's process is stopped in the middle of its work. */
export function stoppedProcess(process) {
  return {
    begin: async () => process.signal('SIGSTOP'),
    end: async () => process.signal('SIGCONT'),
  };
}

/** Somebody else keeps a table of a department to themselves: whatever reads it waits. */
export function lockedTable(server, prefix, department, table) {
  let connection;
  return {
    begin: async () => {
      connection = await createConnection(server);
      const [databases] = await connection.query('SHOW DATABASES LIKE ?', [`${prefix}%${department}`]);
      await connection.query(`LOCK TABLES \`${Object.values(databases[0])[0]}\`.${table} WRITE`);
    },
    end: () => connection.end(),
  };
}
