import { join } from 'node:path';
import { bodiesFor, mustAnswerAlike, stackOf } from '../asked.mjs';
import { withConnectionRoom } from '../connection-room.mjs';
import { mysqlServer } from '../district.mjs';
import { Processes } from '../processes.mjs';
import { inRounds, machineLoad, mediansOf } from '../rounds.mjs';
import { patience } from '../settings.mjs';
import { fixed, rateOf, table } from '../tables.mjs';

const servers = 'test/bench/gateways/servers';

/** As `npm start` runs it. */
const asStarted = ['--max-semi-space-size=32'];

const commands = {
  'this gateway, off': [...asStarted, `${servers}/ours.mjs`, 'off'],
  'this gateway, on': [...asStarted, `${servers}/ours.mjs`, 'on'],
  direct: [`${servers}/direct.mjs`, 'direct'],
  best: [`${servers}/direct.mjs`, 'best'],
};

const titles = { sqlite: 'SQLite', mariadb: 'MariaDB' };

/** All departments in the gateway's process, beside a handler that sends SQL by hand. */
export function inProcess(bench) {
  const measured = () => compared(bench);
  return bench.district.database === 'mariadb' ? withConnectionRoom(mysqlServer, measured) : measured();
}

async function compared({ work, district, asked }) {
  const ids = await district.householdsOf(4);
  const processes = new Processes();
  try {
    const stacks = await openStacks(processes, { work, district, asked });
    const alike = await mustAnswerAlike(stacks, ids);
    const before = machineLoad();
    const measures = await inRounds(stacks, { ...asked, bodies: bodiesFor(ids) });
    const load = `${before} before, ${machineLoad()} after`;
    return report({ database: district.database, stacks, measures, alike, asked, load });
  } finally {
    await processes.close();
  }
}

/** Opens some of them; `only` names which, where not all. */
export async function openStacks(processes, { work, district, asked, only = asked.stacks }) {
  const { database, env } = district;
  const ledger =
    database === 'mariadb' ? `${mysqlServer}${env.prefix}_ledger` : join(work, `${database}-ledger.sqlite`);
  const settings = {
    ...env,
    ...patience,
    LEDGER_URL: ledger,
    LEDGER_WITNESS: join(work, `${database}-heads.jsonl`),
  };
  const stacks = [];
  for (const [name, command] of Object.entries(commands)) {
    if (only && !only.includes(name)) continue;
    const server = await processes.serve(command, settings);
    // Rows of a statement that sorts none come as they stand; the graph sorts them by their numbers.
    const inAnyOrder = !name.startsWith('this gateway');
    stacks.push(await stackOf(name, { server, district, connections: asked.connections, inAnyOrder }));
  }
  return stacks;
}

function report({ database, stacks, measures, alike, asked, load }) {
  const rows = [];
  for (const many of asked.connections) {
    const of = new Map(stacks.map(({ name }) => [name, mediansOf(measures.get(name).get(many))]));
    for (const { name, server } of stacks) {
      const { rate, p50, p95, own } = of.get(name);
      rows.push([
        name,
        String(many),
        rateOf(rate),
        fixed(rate / (of.get('direct')?.rate ?? NaN)),
        fixed(rate / (of.get('best')?.rate ?? NaN)),
        fixed(p50, 1),
        fixed(p95, 1),
        fixed(own),
        fixed(server.peakMegabytes, 0),
      ]);
    }
  }
  const text = [
    `## All in one process, ${titles[database]}`,
    '',
    `One profile with its assessment, ${asked.rounds} rounds of ${asked.seconds} s, medians. Load ${load}. ` +
      `All stacks gave the same answers for ${alike.households} households. ` +
      'Direct is a handler with the least SQL written by hand; best batches that SQL over all requests in flight.',
    '',
    table(
      ['stack', 'connections', 'requests/s', '/ direct', '/ best', 'p50 ms', 'p95 ms', 'CPU ms', 'peak MB'],
      rows,
    ),
  ];
  return text.join('\n');
}
