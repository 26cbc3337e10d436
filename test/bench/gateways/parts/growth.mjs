import { rmSync } from 'node:fs';
import { bodiesFor, mustAnswerAlike } from '../asked.mjs';
import { District } from '../district.mjs';
import { withHouseholdsOf } from '../large-households.mjs';
import { Processes } from '../processes.mjs';
import { inRounds, machineLoad, mediansOf } from '../rounds.mjs';
import { fixed, table } from '../tables.mjs';
import { openStacks } from './in-process.mjs';

/** How many members the households have, and how many households of each size are drawn from. */
const sizes = [1, 4, 16, 64];
const ofEachSize = 20;

const compared = ['this gateway, off', 'direct'];

/** How the answer to one client grows with the household and with the database, all in one process over SQLite. */
export async function growth({ work, asked }) {
  const before = machineLoad();
  const bySize = await growthOfHouseholds(work, asked);
  const byDistrict = await growthOfDistricts(work, asked);
  const head = ['', ...compared.flatMap((name) => [`${name}: p50 ms`, 'CPU ms']), 'ratio of p50'];
  const text = [
    '## Growth',
    '',
    `One client, all in one process over SQLite, ${asked.rounds} rounds of ${asked.seconds} s, medians. ` +
      `Load ${before} before, ${machineLoad()} after.`,
    '',
    table(['members of the household', ...head.slice(1)], bySize),
    '',
    table(['people in the district', ...head.slice(1)], byDistrict),
  ];
  return text.join('\n');
}

/** The people of many households make a few large ones. */
async function growthOfHouseholds(work, asked) {
  const district = District.make(work, { people: 10_000, database: 'sqlite', name: 'grown' });
  const idsBySize = await withHouseholdsOf(district, sizes, ofEachSize);
  const rows = [];
  for (const size of sizes) rows.push(await row(work, district, asked, String(size), idsBySize.get(size)));
  return rows;
}

async function growthOfDistricts(work, asked) {
  const rows = [];
  for (const people of asked.growth) {
    const district = District.make(work, { people, database: 'sqlite', name: `of-${people}` });
    rows.push(await row(work, district, asked, String(people), await district.householdsOf(4)));
    rmSync(district.folder, { recursive: true });
  }
  return rows;
}

async function row(work, district, { rounds, seconds }, name, ids) {
  const processes = new Processes();
  const asked = { rounds, seconds, connections: [1] };
  try {
    const stacks = await openStacks(processes, { work, district, asked, only: compared });
    await mustAnswerAlike(stacks, ids);
    const measures = await inRounds(stacks, { ...asked, bodies: bodiesFor(ids) });
    const [graph, direct] = compared.map((stack) => mediansOf(measures.get(stack).get(1)));
    const cells = [graph, direct].flatMap(({ p50, own }) => [fixed(p50), fixed(own)]);
    return [name, ...cells, fixed(graph.p50 / direct.p50)];
  } finally {
    await processes.close();
  }
}
