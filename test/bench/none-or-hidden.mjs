/**
 * By hand: can a caseworker of one division tell a household of another from one that does not exist, by how long the
 * answer takes? It asks for both kinds in random turns and holds the times against each other by two tests of whether
 * they come from one distribution. `npm run bench:none-or-hidden`, or `-- 2000 mariadb`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { dropDatabases } from './eligibility/district.mjs';

const require = createRequire(import.meta.url);
const { pino } = require('pino');
const { developmentToken } = require('../../dist/schema/config/development-token.js');
const { listen } = require('../../dist/gateway/http/listen.js');
const { openGraph } = require('../../dist/gateway/main.js');
const { readConfig } = require('../../dist/schema/config/read-config.js');
const { fillWithSample } = require('../../dist/subgraphs/fill-with-sample.js');
const { departments } = require('../../dist/subgraphs/index.js');

const requests = Number(process.argv[2] ?? 2000);
const mariadb = process.argv[3] === 'mariadb';

const query =
  'query Hidden($id: ID!) { household(id: $id) { address members { declaredName } assets { vehicles { status } } } }';

/** Of the same length and form as numbers that exist, 25 of each kind: the budget is 60 an hour. */
const kinds = {
  hidden: Array.from({ length: 25 }, (_, index) => `YB-2018-${String(index + 101).padStart(4, '0')}`),
  none: Array.from({ length: 25 }, (_, index) => `YB-2018-${String(index + 9101).padStart(4, '0')}`),
};

/** The two-sided p of the Mann-Whitney U test, by its normal approximation. */
function mannWhitney(one, other) {
  const ranked = [...one.map((value) => [value, 1]), ...other.map((value) => [value, 0])];
  ranked.sort(([a], [b]) => a - b);
  const rankSum = ranked.reduce((sum, [, isOne], index) => sum + isOne * (index + 1), 0);
  const [n, m] = [one.length, other.length];
  const u = rankSum - (n * (n + 1)) / 2;
  const z = (u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return { z, p: 2 * (1 - normal(Math.abs(z))) };
}

/** The normal distribution's share below z (Abramowitz and Stegun 26.2.17). */
function normal(z) {
  const t = 1 / (1 + 0.2316419 * z);
  const tail = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const sum = tail.reduceRight((rest, factor) => t * (factor + rest), 0);
  return 1 - (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

/** The distance of two distributions and its p, by Kolmogorov and Smirnov. */
function kolmogorovSmirnov(one, other) {
  const [a, b] = [[...one].sort((x, y) => x - y), [...other].sort((x, y) => x - y)];
  let [i, j, distance] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    if (a[i] <= b[j]) i += 1;
    else j += 1;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  const lambda = distance * Math.sqrt((a.length * b.length) / (a.length + b.length));
  let p = 0;
  for (let k = 1; k <= 100; k += 1) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * lambda * lambda);
  return { distance, p: Math.min(1, Math.max(0, p)) };
}

const work = mkdtempSync(join(tmpdir(), 'hidden-'));
const prefix = `bench_hidden_${process.pid}`;
const url = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/';
const config = readConfig(
  { DATA_DIR: work, LOG_LEVEL: 'silent', ...(mariadb ? { DATABASE_URL: `${url}${prefix}` } : {}) },
  departments.map(({ name }) => name),
);
const graph = await openGraph({ config, logger: pino({ level: 'silent' }) });
try {
  await fillWithSample(graph.departments, config);
  const listening = await listen(graph.app, '127.0.0.1', 0);
  const pool = new Pool(listening.url);
  const token = await developmentToken(config, {
    role: 'caseworker',
    divisions: ['500199999'],
    now: new Date(),
  });
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'x-access-purpose': 'RECHECK',
  };
  const times = { hidden: [], none: [] };
  const bodies = new Set();
  // In pairs, the first of each drawn: neither kind comes after the other more often.
  const turns = Array.from({ length: requests + 200 }, () =>
    Math.random() < 0.5 ? ['hidden', 'none'] : ['none', 'hidden'],
  ).flat();
  for (const [turn, kind] of turns.entries()) {
    const id = kinds[kind][Math.floor(Math.random() * kinds[kind].length)];
    const body = JSON.stringify({ query, variables: { id } });
    const started = performance.now();
    const answer = await pool.request({ method: 'POST', path: '/graphql', headers, body });
    const text = await answer.body.text();
    // The first are slower, whatever they ask.
    if (turn >= 400) times[kind].push(performance.now() - started);
    bodies.add(`${answer.statusCode} ${text}`);
  }
  const median = (all) => [...all].sort((a, b) => a - b)[all.length >> 1].toFixed(3);
  const { z, p } = mannWhitney(times.hidden, times.none);
  const ks = kolmogorovSmirnov(times.hidden, times.none);
  console.log(`${times.hidden.length} and ${times.none.length} requests, ${mariadb ? 'MariaDB' : 'SQLite'}`);
  console.log(`bodies: ${[...bodies].join(' | ')}`);
  console.log(`median of ms: hidden ${median(times.hidden)}, none ${median(times.none)}`);
  console.log(`Mann-Whitney: z ${z.toFixed(2)}, p ${p.toFixed(3)}`);
  console.log(`Kolmogorov-Smirnov: distance ${ks.distance.toFixed(4)}, p ${ks.p.toFixed(3)}`);
  await pool.close();
  await listening.close();
} finally {
  await graph.close();
  rmSync(work, { recursive: true, force: true });
  if (mariadb) await dropDatabases(url, prefix);
}
