/**
 * By hand: assesses every household of a made-up district through the graph in this process and by a loop of SQL
 * written by hand, in turn, and prints how fast each is. It fails where the two come to different facts or outcomes.
 * `npm run bench:eligibility -- 10000`, or `-- 10000 mariadb`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { directFacts, readStates } from './eligibility/direct-facts.mjs';
import { dropDatabases, makeDistrict } from './eligibility/district.mjs';
import { openCountingGraph } from './eligibility/open-graph.mjs';
import { load, printLines, printOutcomes, rate, spread } from './eligibility/print-table.mjs';
import { holdsAll } from './eligibility/same-facts.mjs';

const require = createRequire(import.meta.url);
const { assess } = require('../../dist/subgraphs/eligibility/engine/assess.js');
const { readFacts } = require('../../dist/subgraphs/eligibility/engine/facts/facts.js');
const { loadPolicies } = require('../../dist/subgraphs/eligibility/policies/load-policies.js');

const count = Number(process.argv[2] ?? 10_000);
const mariadb = process.argv[3] === 'mariadb';
const rounds = 5;
const pageSize = 200;
const policies = loadPolicies(undefined, { acceptDrafts: true });

function assessed(facts) {
  const { program, appliedOn } = facts.application;
  return { program, outcome: assess(facts, policies.inForce(program, appliedOn), appliedOn).outcome };
}

/** The time that passes and the time of the processor that this process takes, in seconds. */
async function timesOf(work) {
  const started = performance.now();
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return { passed: (performance.now() - started) / 1000, taken: (user + system) / 1e6 };
}

/** Asks both for everything once, holds one against the other, and counts what a page takes. */
async function compare(graph, pages) {
  const asOf = await readStates(graph.select);
  const all = [];
  const wrong = [];
  const counts = { graph: 0, fetches: 0, direct: 0 };
  for (const ids of pages) {
    const told = [];
    graph.onRepresentations = (representations) => told.push(...representations.map(readFacts));
    [graph.statements, graph.fetches] = [0, 0];
    const outcomes = await graph.outcomes(ids);
    counts.graph += graph.statements;
    counts.fetches += graph.fetches;
    graph.statements = 0;
    const facts = await directFacts(ids, asOf, graph.select);
    counts.direct += graph.statements;
    facts.forEach((of, index) => {
      const own = assessed(of);
      all.push(own);
      if (own.outcome !== outcomes[index]) wrong.push(`${of.id}: ${outcomes[index]} and ${own.outcome}`);
      else if (!holdsAll(of, told[index])) wrong.push(`${of.id}: facts differ`);
    });
  }
  graph.onRepresentations = undefined;
  return { all, wrong, counts };
}

/** What each takes for all pages. The engine is measured on the households that reach it, while the graph is asked. */
function lanesOf(graph, pages) {
  const throughGraph = async () => {
    for (const ids of pages) await graph.outcomes(ids);
  };
  const throughSql = async () => {
    const asOf = await readStates(graph.select);
    for (const ids of pages) (await directFacts(ids, asOf, graph.select)).forEach(assessed);
  };
  const throughEngine = async () => {
    let passed = 0;
    graph.onRepresentations = (representations) => {
      const started = performance.now();
      for (const representation of representations) assessed(readFacts(representation));
      passed += (performance.now() - started) / 1000;
    };
    const { passed: all } = await timesOf(throughGraph);
    graph.onRepresentations = undefined;
    return { passed, share: passed / (all - passed) };
  };
  return {
    graph: () => timesOf(throughGraph),
    direct: () => timesOf(throughSql),
    engine: throughEngine,
  };
}

async function measure(graph, pages) {
  const lanes = Object.entries(lanesOf(graph, pages));
  const times = { graph: [], direct: [], engine: [] };
  for (let round = 0; round < rounds; round += 1) {
    // Who comes first changes from round to round.
    for (let lane = 0; lane < lanes.length; lane += 1) {
      const [name, run] = lanes[(round + lane) % lanes.length];
      times[name].push(await run());
    }
  }
  return times;
}

async function bench(graph) {
  const before = load();
  const rows = await graph.select(
    'civil-affairs',
    'SELECT household_id FROM households ORDER BY household_id',
    [],
  );
  const ids = rows.map(({ household_id: id }) => id);
  const pages = [];
  for (let from = 0; from < ids.length; from += pageSize) pages.push(ids.slice(from, from + pageSize));
  const { all, wrong, counts } = await compare(graph, pages);
  const times = await measure(graph, pages);
  const over = (time) => times.direct.map((of, round) => of[time] / times.graph[round][time]);
  const rates = (lane) =>
    rate(
      ids.length,
      lane.map(({ passed }) => passed),
    );
  const aPage = (of) => (of / pages.length).toFixed(1);
  printLines([
    ['', `${ids.length} households, ${mariadb ? 'MariaDB' : 'SQLite'}, load ${before} then ${load()}`],
    ['graph', rates(times.graph)],
    ['direct SQL', rates(times.direct)],
    ['graph / direct SQL', spread(over('passed'))],
    ['the same by processor time', spread(over('taken'))],
    ['engine in the graph’s time', spread(times.engine.map(({ share }) => share))],
    ['a page of the graph', `${aPage(counts.graph)} statements, ${aPage(counts.fetches)} fetches`],
    ['a page of direct SQL', `${aPage(counts.direct)} statements`],
    ['peak memory', `${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`],
  ]);
  printOutcomes(all);
  process.stdout.write(`\n${wrong.length} households differ between graph and direct SQL\n`);
  for (const line of wrong.slice(0, 20)) process.stdout.write(`${line}\n`);
  return wrong.length === 0;
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const server = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/';
const database = `bench_${process.pid}`;
try {
  const env = {
    DATA_DIR: join(work, 'data'),
    ...(mariadb ? { DATABASE_URL: `${server}${database}` } : {}),
  };
  makeDistrict(join(work, 'district'), count, env);
  const graph = await openCountingGraph(env);
  try {
    if (!(await bench(graph))) process.exitCode = 1;
  } finally {
    await graph.close();
  }
} finally {
  rmSync(work, { recursive: true, force: true });
  if (mariadb) await dropDatabases(server, database);
}
