import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../../..');

/** Makes a district with the commands that users run, and fills the databases that the environment names with it. */
export function makeDistrict(directory, households, env) {
  const run = (command, ...args) =>
    execFileSync(process.execPath, [join('dist/subgraphs', command), ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  run('sample/cli/sample.js', '--households', String(households), '--out', directory);
  run('runtime/cli/import.js', directory);
}

/** Drops every database whose name begins so. */
export async function dropDatabases(server, prefix) {
  const connection = await require('mysql2/promise').createConnection(server);
  const [databases] = await connection.query('SHOW DATABASES LIKE ?', [`${prefix}%`]);
  for (const row of databases) await connection.query(`DROP DATABASE \`${Object.values(row)[0]}\``);
  await connection.end();
}
