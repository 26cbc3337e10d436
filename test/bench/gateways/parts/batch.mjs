import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { table } from '../tables.mjs';

const root = join(import.meta.dirname, '../../../..');

const mostHouseholds = 4_000;

/** What of the other bench's lines stands in the table. */
const shown = ['graph', 'direct SQL', 'graph / direct SQL', 'the same by processor time', 'peak memory'];

/**
 * Pages of 200 households' outcomes through the graph in process and through a loop of SQL: what `npm run
 * bench:eligibility` measures, with fewer households.
 */
export function inBatches({ asked }) {
  const households = String(Math.min(mostHouseholds, asked.people));
  const columns = asked.databases.map((database) =>
    linesOf(['test/bench/eligibility.mjs', households, database]),
  );
  const text = [
    '## Batch: pages of 200 outcomes, in process',
    '',
    `${households} households, graph and direct SQL by turns, 5 rounds, medians (least to greatest).`,
    '',
    table(
      ['', ...asked.databases],
      shown.map((name) => [name, ...columns.map((lines) => lines.get(name) ?? '–')]),
    ),
  ];
  return text.join('\n');
}

/** It fails where graph and tables come to different facts. */
function linesOf(command) {
  const output = execFileSync(process.execPath, command, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const lines = output.split('\n').map((line) => line.split(/ {2,}/));
  return new Map(lines.map(([name, ...value]) => [name, value.join(' ')]));
}
