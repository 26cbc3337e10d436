import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bodiesFor, mustAnswerAlike, stackOf } from '../asked.mjs';
import { serveDepartments, urlSettings } from '../departments.mjs';
import { Processes } from '../processes.mjs';
import { inRounds, machineLoad, mediansOf } from '../rounds.mjs';
import { patience } from '../settings.mjs';
import { fixed, rateOf, table } from '../tables.mjs';

const servers = 'test/bench/gateways/servers';
const hive = join(import.meta.dirname, '../hive');

/** Every stack in front of the same departments, and the command that serves it. */
const commands = {
  'Hive Gateway': ['test/bench/gateways/hive/server.mjs'],
  'plain Apollo': [`${servers}/apollo.mjs`],
  'this gateway, off': [`${servers}/ours.mjs`, 'off'],
  'this gateway, on': [`${servers}/ours.mjs`, 'on'],
  floor: [`${servers}/floor.mjs`],
};

/** Departments as processes of their own: this gateway beside others, and beside the bare requests. */
export async function overHttp({ work, district, asked }) {
  const ids = await district.householdsOf(4);
  const processes = new Processes();
  try {
    const stacks = await openStacks(processes, { work, district, asked, ids });
    const alike = await mustAnswerAlike(stacks, ids);
    const before = machineLoad();
    const measures = await inRounds(stacks, { ...asked, bodies: bodiesFor(ids) });
    return report({ stacks, measures, alike, asked, load: `${before} before, ${machineLoad()} after` });
  } finally {
    await processes.close();
  }
}

async function openStacks(processes, { work, district, asked, ids }) {
  installHive();
  const env = { ...district.env, ...patience };
  const running = await serveDepartments(processes, env);
  const idsFile = join(work, 'households.json');
  writeFileSync(idsFile, JSON.stringify(ids));
  const settings = {
    ...env,
    ...urlSettings(running),
    IDS: idsFile,
    LEDGER_URL: join(work, 'http-ledger.sqlite'),
    LEDGER_WITNESS: join(work, 'http-heads.jsonl'),
  };
  const stacks = [];
  const beside = [...running.values()];
  for (const [name, command] of Object.entries(commands)) {
    if (asked.stacks && !asked.stacks.includes(name)) continue;
    const server = await processes.serve(command, settings);
    stacks.push(await stackOf(name, { server, beside, district, connections: asked.connections }));
  }
  return stacks;
}

/** It stands beside the project, with a lock of its own: see its package.json. */
function installHive() {
  if (existsSync(join(hive, 'node_modules/@graphql-hive/gateway-runtime'))) return;
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: hive, stdio: 'inherit' });
}

function report({ stacks, measures, alike, asked, load }) {
  const rows = [];
  for (const many of asked.connections) {
    const of = new Map(stacks.map(({ name }) => [name, mediansOf(measures.get(name).get(many))]));
    for (const { name, server } of stacks) {
      const { rate, p50, p95, own, beside } = of.get(name);
      rows.push([
        name,
        String(many),
        rateOf(rate),
        fixed(rate / (of.get('Hive Gateway')?.rate ?? NaN)),
        fixed(rate / (of.get('floor')?.rate ?? NaN)),
        fixed(p50, 1),
        fixed(p95, 1),
        fixed(own),
        fixed(beside),
        fixed(server.peakMegabytes, 0),
      ]);
    }
  }
  const head = ['stack', 'connections', 'requests/s', '/ Hive', '/ floor', 'p50 ms', 'p95 ms'];
  const text = [
    '## Departments behind HTTP',
    '',
    `One profile with its assessment, ${asked.rounds} rounds of ${asked.seconds} s, medians. Load ${load}. ` +
      `All stacks gave the same answers for ${alike.households} households (${outcomesIn(alike)}). ` +
      'The floor sends the requests of the plan alone, signed, from a process of its own behind node:http' +
      `${stepsOf(stacks)}.`,
    '',
    table([...head, 'CPU ms', 'departments’ CPU ms', 'peak MB'], rows),
  ];
  return text.join('\n');
}

function stepsOf(stacks) {
  const [, steps] = / by (steps of .*)/.exec(stacks.find(({ name }) => name === 'floor')?.server.said) ?? [];
  return steps ? `, in ${steps}` : '';
}

const outcomesIn = ({ outcomes }) =>
  Object.entries(outcomes)
    .map(([outcome, count]) => `${count} ${outcome}`)
    .join(', ');
