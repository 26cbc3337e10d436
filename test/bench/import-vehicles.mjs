/**
 * By hand: imports N vehicles into SQLite and into MariaDB with the command that users run, and prints the time
 * and the peak memory of each. `npm run bench:import -- 1000000`
 */
import { execFileSync, spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');
const mysql = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/';
const count = Number(process.argv[2] ?? 1_000_000);

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** The i-th synthetic owner: division 500199, a birthday of its own for each thousand. */
function owner(i) {
  const born = new Date(Date.UTC(1940, 0, 1 + Math.floor(i / 1000))).toISOString().slice(0, 10);
  const first = `500199${born.replaceAll('-', '')}${String(i % 1000).padStart(3, '0')}`;
  const sum = [...first].reduce((total, digit, at) => total + Number(digit) * weights[at], 0);
  return first + '10X98765432'[sum % 11];
}

async function writeVehicles(path) {
  const file = createWriteStream(path);
  file.write(
    'record_id,owner_id_number,owner_name,plate_no,plate_type,vehicle_type,brand_model,use_nature,' +
      'first_registered_on,status_flags,disability_adapted,assessed_value\n',
  );
  for (let i = 0; i < count; i += 1) {
    const line = `JD-${i},${owner(i)},某${i % 97},渝A${i},02,K33,福特福克斯,A,2016-10-20,A,否,${i % 90000}.50\n`;
    if (!file.write(line)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
}

async function measure(name, folder, env) {
  const usage = join(root, 'test/bench/report-usage.cjs');
  const started = performance.now();
  const child = spawn(
    process.execPath,
    ['--require', usage, 'dist/subgraphs/runtime/cli/import.js', folder],
    { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  );
  let peak = 0;
  child.on('message', ({ maxRSS }) => (peak = maxRSS / 1024));
  const [status] = await once(child, 'close');
  const seconds = (performance.now() - started) / 1000;
  process.stdout.write(
    `${name}: ${count} vehicles in ${seconds.toFixed(1)} s, peak ${peak.toFixed(0)} MB, exit ${status}\n`,
  );
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const database = `bench_${process.pid}`;
try {
  const files = join(work, 'files');
  execFileSync('mkdir', [files]);
  await writeVehicles(join(files, 'vehicles.csv'));
  const data = { DATA_DIR: join(work, 'data') };
  await measure('SQLite', files, data);
  await measure('MariaDB', files, { ...data, DATABASE_URL: `${mysql}${database}` });
} finally {
  rmSync(work, { recursive: true, force: true });
  const server = await require('mysql2/promise').createConnection(mysql);
  const [databases] = await server.query('SHOW DATABASES LIKE ?', [`${database}%`]);
  for (const row of databases) await server.query(`DROP DATABASE \`${Object.values(row)[0]}\``);
  await server.end();
}
