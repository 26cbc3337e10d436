/**
 * By hand: what access and its ledger cost a request. The same questions go over loopback to a whole gateway, to one
 * without a ledger and to one without anything that is about access, in turn, and the medians are set side by side.
 * `npm run bench:access`, or `-- 300` for another number of rounds.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Pool } from 'undici';
import { openGateway } from './access/open-gateway.mjs';

const rounds = Number(process.argv[2] ?? 200);
const variants = ['without access', 'without ledger', 'whole'];

const document = (name) =>
  readFileSync(new URL(`../../schema/operations/${name}.graphql`, import.meta.url), 'utf8');

const principal = { subject: 'bench', role: 'assistance' };
const work = mkdtempSync(join(tmpdir(), 'access-'));
const env = {
  DATA_DIR: work,
  LOG_LEVEL: 'silent',
  REQUEST_DEADLINE_MS: '60000',
  DEPARTMENT_DEADLINE_MS: '60000',
  ASSISTANCE_HOUSEHOLDS_PER_HOUR: '1000000',
};

async function ask({ pool, headers }, question) {
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: '/graphql',
    headers,
    body: JSON.stringify(question),
  });
  const { data, errors } = await body.json();
  if (statusCode !== 200 || errors) throw new Error(`${statusCode} ${errors?.[0].extensions.code}`);
  return data;
}

const gateways = [];
try {
  for (const variant of variants) {
    const opened = await openGateway(variant, env, { ...principal, scopes: new Set() });
    const headers = {
      authorization: `Bearer ${opened.token}`,
      'content-type': 'application/json',
      'x-access-purpose': 'RECHECK',
    };
    gateways.push({ variant, close: opened.close, headers, pool: new Pool(new URL(opened.url).origin) });
  }
  const search = { query: '{ searchHouseholds(first: 100) { edges { node { id } } } }' };
  const { searchHouseholds } = await ask(gateways.at(-1), search);
  const page = searchHouseholds.edges.map(({ node }) => node.id);
  const questions = {
    'HouseholdSummary of one': { query: document('HouseholdSummary'), variables: { id: page[0] } },
    'HouseholdProfile of one': { query: document('HouseholdProfile'), variables: { id: page[0] } },
    'HouseholdOutcomes of 100': { query: document('HouseholdOutcomes'), variables: { ids: page } },
  };
  console.log(
    `${'median of ms'.padEnd(28)}${variants.map((variant) => variant.padStart(18)).join('')}   whole/without`,
  );
  for (const [name, question] of Object.entries(questions)) {
    const times = new Map(variants.map((variant) => [variant, []]));
    const turns = name.endsWith('100') ? Math.ceil(rounds / 10) : rounds;
    for (let turn = -5; turn < turns; turn += 1) {
      for (const gateway of gateways) {
        const started = performance.now();
        await ask(gateway, question);
        if (turn >= 0) times.get(gateway.variant).push(performance.now() - started);
      }
    }
    const medians = variants.map((variant) => times.get(variant).sort((a, b) => a - b)[turns >> 1]);
    const shown = medians.map((median) => median.toFixed(2).padStart(18)).join('');
    console.log(`${name.padEnd(28)}${shown}${(medians[2] / medians[0]).toFixed(2).padStart(16)}`);
  }
} finally {
  for (const { pool, close } of gateways) {
    await pool.close();
    await close();
  }
  rmSync(work, { recursive: true, force: true });
}
