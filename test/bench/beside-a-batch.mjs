// How long people wait for one household while the assistance system goes through pages of 100, beside how long they
// wait when nobody else asks. One gateway process with all departments in it, over the sample.
//   npm run bench:beside-a-batch [-- HOUSEHOLDS [PAGES_AT_ONCE]]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const require = createRequire(import.meta.url);
const { developmentToken } = require('../../dist/schema/config/development-token.js');
const { readConfig } = require('../../dist/schema/config/read-config.js');
const { request } = require('undici');

const [households = '10000', pagesAtOnce = '1'] = process.argv.slice(2);
const page = 100;
/** A person asks every so often; the assistance system has so many pages under way. */
const [everyMs, pagesUnderWay] = [50, 4];

const folder = mkdtempSync(path.join(tmpdir(), 'beside-a-batch-'));
const settings = { DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', PAGES_AT_ONCE: pagesAtOnce };
const gateway = spawn(process.execPath, ['dist/gateway/main.js'], {
  env: { PATH: process.env.PATH, ...settings, REQUEST_DEADLINE_MS: '20000', DEPARTMENT_DEADLINE_MS: '10000' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
let printed = '';
gateway.stdout.on('data', (chunk) => (printed += chunk));
while (!/ on http:\S+[^]*\n$/.test(printed)) await pause(50);
const url = / on (http:\S+)/.exec(printed)[1];

const config = readConfig(settings, []);
const askAs = async (role) => {
  const token = await developmentToken(config, { role, now: new Date() });
  return async (query, variables = {}) => {
    const began = performance.now();
    const { statusCode, body } = await request(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'x-access-purpose': 'RECHECK',
      },
      body: JSON.stringify({ query, variables }),
    });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`${statusCode} ${text.slice(0, 300)}`);
    return { data: JSON.parse(text).data, milliseconds: performance.now() - began };
  };
};
const caseworker = await askAs('caseworker');
const assistance = await askAs('assistance');

const profile = `query ($id: ID!) { household(id: $id) {
  members { declaredName } assets { vehicles { status } realEstate { status } }
  registrations { residents { status } deaths { status } } eligibility { outcome }
} }`;
const pageOf = 'query ($ids: [ID!]!) { households(ids: $ids) { id eligibility { outcome } } }';

const found = await assistance('{ searchHouseholds(first: 100) { edges { node { id } } } }');
const ids = found.data.searchHouseholds.edges.map(({ node }) => node.id);
const pageIds = ids.slice(0, page);

/** What a person waits, asking again and again until it is over. */
async function waits(isOver) {
  const times = [];
  while (!isOver()) {
    const next = pause(everyMs);
    const { milliseconds } = await caseworker(profile, { id: 'YB-2018-0001' });
    times.push(milliseconds);
    await next;
  }
  return times.sort((one, other) => one - other);
}

const shown = (times, share) => `${times[Math.floor(times.length * share)].toFixed(1)} ms`;
const tell = (what, times) =>
  process.stdout.write(
    `${what}: ${times.length} questions, median ${shown(times, 0.5)}, p95 ${shown(times, 0.95)}, longest ${times.at(-1).toFixed(1)} ms\n`,
  );

for (let warm = 0; warm < 100; warm += 1) await caseworker(profile, { id: 'YB-2018-0001' });
for (let warm = 0; warm < 3; warm += 1) await assistance(pageOf, { ids: pageIds });

const until = Date.now() + 10_000;
tell('nobody else', await waits(() => Date.now() > until));

let left = Number(households) / page;
const pageTimes = [];
const began = performance.now();
const batch = Promise.all(
  Array.from({ length: pagesUnderWay }, async () => {
    while (left > 0) {
      left -= 1;
      pageTimes.push((await assistance(pageOf, { ids: pageIds })).milliseconds);
    }
  }),
);
tell(`beside a batch, ${pagesAtOnce} pages at once`, await waits(() => left <= 0));
await batch;
const seconds = (performance.now() - began) / 1000;
pageTimes.sort((one, other) => one - other);
process.stdout.write(
  `the batch: ${households} households in ${seconds.toFixed(1)} s, a page ${shown(pageTimes, 0.5)}\n`,
);

gateway.kill('SIGTERM');
await new Promise((resolve) => gateway.on('exit', resolve));
rmSync(folder, { recursive: true });
