/**
 * By hand: how fast this gateway answers beside other gateways, beside its departments' bare requests and beside SQL
 * written by hand, and how steady it stays. `npm run bench`, or `npm run bench -- --help`.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { readArguments, usage } from './gateways/arguments.mjs';
import { District } from './gateways/district.mjs';
import { inBatches } from './gateways/parts/batch.mjs';
import { growth } from './gateways/parts/growth.mjs';
import { overHttp } from './gateways/parts/http.mjs';
import { inProcess } from './gateways/parts/in-process.mjs';
import { steadiness } from './gateways/parts/steadiness.mjs';
import { machineLoad } from './gateways/rounds.mjs';

const given = process.argv.slice(2);
const asked = readArguments(given);
if (asked.help) {
  process.stdout.write(`${usage}\n`);
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), 'bench-'));
const districts = new Map();

function districtOn(database) {
  const known =
    districts.get(database) ?? District.make(work, { people: asked.people, database, name: database });
  districts.set(database, known);
  return known;
}

/** Each part gives the tables that it fills. */
const running = {
  http: async () => [await overHttp({ work, district: districtOn('sqlite'), asked })],
  'in-process': async () => {
    const told = [];
    for (const database of asked.databases) {
      told.push(await inProcess({ work, district: districtOn(database), asked }));
    }
    return told;
  },
  batch: () => [inBatches({ asked })],
  growth: async () => [await growth({ work, asked })],
  steadiness: async () => {
    const onMariadb = asked.databases.includes('mariadb') ? districtOn('mariadb') : undefined;
    return [await steadiness({ work, district: districtOn('sqlite'), onMariadb, asked })];
  },
};

function heading() {
  const [{ model }] = cpus();
  const machine = `${cpus().length} cores (${model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB`;
  return [
    '# How fast it is, measured',
    '',
    `Written by \`npm run bench${given.length > 0 ? ` -- ${given.join(' ')}` : ''}\` on ${new Date().toISOString().slice(0, 10)}. ` +
      `${machine}, Node ${process.version}. Load and all servers share the machine: absolute figures mean nothing elsewhere, ` +
      `ratios do. A made-up district of ${asked.people} people, households of four, drawn by a seed. ` +
      '“On” is this gateway with all of its access and ledger; “off” is without, as the others have none.',
  ].join('\n');
}

const sections = [heading()];
try {
  process.stdout.write(`${sections[0]}\n\nload ${machineLoad()}\n\n`);
  for (const part of asked.only) {
    for (const section of await running[part]()) {
      process.stdout.write(`${section}\n\n`);
      sections.push(section);
    }
  }
  const out = asked.out ?? join(import.meta.dirname, 'RESULTS.md');
  if (out !== '-') writeFileSync(out, `${sections.join('\n\n')}\n`);
} finally {
  for (const district of districts.values()) await district.drop();
  rmSync(work, { recursive: true, force: true });
}
