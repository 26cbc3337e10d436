import { createRequire } from 'node:module';

const { createConnection } = createRequire(import.meta.url)('mysql2/promise');

/** Four stacks with a pool of ten for each of eleven departments. */
const needed = 600;

/**
 * Has the database server take as many connections as all stacks together open, for as long as `work` lasts. Its user has
 * to be allowed that, or the server to take as many anyway.
 */
export async function withConnectionRoom(server, work) {
  const connection = await createConnection(server);
  try {
    const [[{ most }]] = await connection.query('SELECT @@GLOBAL.max_connections AS most');
    const isShort = most < needed;
    if (isShort) await connection.query(`SET GLOBAL max_connections = ${needed}`);
    try {
      return await work();
    } finally {
      if (isShort) await connection.query(`SET GLOBAL max_connections = ${most}`);
    }
  } finally {
    await connection.end();
  }
}
