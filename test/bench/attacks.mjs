/**
 * By hand: sends questions that are too much to the graph's app over loopback, one after the other, and prints how
 * each ends, how long that takes and how long the event loop is held up meanwhile.
 * `npm run bench:attacks`, or `-- auditor 50` for another role and number of rounds.
 */
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import { attacks } from './attacks/attack-list.mjs';

const require = createRequire(import.meta.url);
const { pino } = require('pino');
const { developmentToken } = require('../../dist/schema/config/development-token.js');
const { purposesOf } = require('../../dist/gateway/access/roles.js');
const { listen } = require('../../dist/gateway/http/listen.js');
const { openGraph } = require('../../dist/gateway/main.js');
const { readConfig } = require('../../dist/schema/config/read-config.js');
const { fillWithSample } = require('../../dist/subgraphs/fill-with-sample.js');
const { departments } = require('../../dist/subgraphs/index.js');

const role = process.argv[2] ?? 'caseworker';
const rounds = Number(process.argv[3] ?? 20);

const milliseconds = (number) => number.toFixed(1).padStart(9);
const nanoseconds = (number) => milliseconds(number / 1e6);

async function headersOf(config) {
  return {
    authorization: `Bearer ${await developmentToken(config, { role, now: new Date() })}`,
    'content-type': 'application/json',
    'x-access-purpose': purposesOf[role][0],
    'x-access-reason': 'attacks',
  };
}

async function attackAll(client) {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  console.log(`${''.padEnd(40)} status   median      max  loop p99  loop max  code`);
  for (const name of Object.keys(attacks)) {
    delay.reset();
    delay.enable();
    client.postMessage(name);
    const [sent] = await once(client, 'message');
    delay.disable();
    const took = sent.map((one) => one.took).sort((one, other) => one - other);
    const { status, codes, errors } = sent.at(-1);
    const times = [took[took.length >> 1], took.at(-1)].map(milliseconds).join('');
    const loop = [delay.percentile(99), delay.max].map(nanoseconds).join(' ');
    console.log(`${name.padEnd(40)} ${status} ${times} ${loop}  ${codes}${errors > 1 ? ` (${errors})` : ''}`);
  }
}

const work = mkdtempSync(join(tmpdir(), 'attacks-'));
const config = readConfig(
  { DATA_DIR: work, LOG_LEVEL: 'silent' },
  departments.map(({ name }) => name),
);
const graph = await openGraph({ config, logger: pino({ level: 'silent' }) });
try {
  await fillWithSample(graph.departments, config);
  const listening = await listen(graph.app, '127.0.0.1', 0);
  const workerData = {
    url: new URL('/graphql', listening.url).href,
    headers: await headersOf(config),
    rounds,
  };
  const client = new Worker(new URL('./attacks/client.mjs', import.meta.url), { workerData });
  await attackAll(client);
  await client.terminate();
  await listening.close();
} finally {
  await graph.close();
  rmSync(work, { recursive: true, force: true });
}
