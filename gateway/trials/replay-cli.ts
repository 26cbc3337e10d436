import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { readConfig, type Config } from '../../schema/config/read-config';
import { toldAtStart } from '../../schema/config/refused-start';
import { isCalendarDate } from '../../schema/values/calendar-date';
import { departments } from '../../subgraphs';
import { eligibilitySubgraph } from '../../subgraphs/eligibility';
import { loadTrial, type Trial } from '../../subgraphs/eligibility/policies/load-trial';
import { UsageError } from '../../subgraphs/runtime/import/usage-error';
import { openDepartment } from '../../subgraphs/runtime/serve/open-department';
import { openGraph, type Graph } from '../main';
import { askerOf } from './ask-eligibility';
import { describeChange, transitionOf } from './describe-change';
import { replayHouseholds } from './replay-households';

const usage = 'usage: npm run replay -- --edition FILE [--on DAY]';

const help = `${usage}

Assesses every household that applied for the edition's program by the edition in force and by the one in FILE (as in
subgraphs/eligibility/policies/editions), whatever days that is for, and prints whom it changes and by which findings:
- what is found no longer, + what is found instead. It reads the databases that npm start reads, and writes nothing but
an entry for every page that it reads into the access ledger.

  --on DAY   assesses as on that day; on the day of each application where left out

TOKEN may hold an access token of the assistance system; in production it has to.
`;

/** The findings of a page are worth waiting for: nobody sits before a screen. */
const patience = { REQUEST_DEADLINE_MS: '120000', DEPARTMENT_DEADLINE_MS: '60000' };

/** A replay assesses everybody, and spends nobody else's budget. */
const budget = { ASSISTANCE_HOUSEHOLDS_PER_HOUR: '10000000', REDIS_URL: '' };

async function main(): Promise<void> {
  const options = commandLine();
  if (options === 'help') {
    process.stdout.write(help);
    return;
  }
  const trial = loadTrial(options.edition);
  const names = departments.map(({ name }) => name);
  const config = readConfig({ ...patience, ...process.env, ...budget, LOG_LEVEL: 'silent' }, names);
  const graphs: Graph[] = [];
  try {
    const inForce = await open(config, graphs);
    const other = await open(config, graphs, trial);
    await replay(inForce, other, trial, options.on);
  } finally {
    await Promise.all(graphs.map((graph) => graph.close()));
  }
}

function commandLine() {
  const { values } = parsed();
  if (values.help) return 'help';
  const { edition, on } = values;
  if (edition === undefined) throw new UsageError('--edition is missing');
  if (on !== undefined && !isCalendarDate(on)) throw new UsageError('--on takes a day as YYYY-MM-DD');
  return { edition, on };
}

function parsed() {
  try {
    return parseArgs({
      options: { edition: { type: 'string' }, on: { type: 'string' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]);
  }
}

async function open(config: Config, graphs: Graph[], trial?: Trial) {
  const logger = pino({ level: 'silent' });
  const engine =
    trial &&
    (await openDepartment(
      eligibilitySubgraph(() => trial.policies),
      { config, logger },
    ));
  const graph = await openGraph({
    config,
    logger,
    ...(engine ? { instead: new Map([[engine.subgraph.name, engine]]) } : {}),
  });
  graphs.push(graph);
  return askerOf(graph, config, logger, process.env['TOKEN']);
}

async function replay(
  inForce: Awaited<ReturnType<typeof open>>,
  other: Awaited<ReturnType<typeof open>>,
  { edition: { id, program } }: Trial,
  on: string | undefined,
): Promise<void> {
  const transitions = new Map<string, number>();
  let [all, changed, unassessed] = [0, 0, 0];
  for await (const household of replayHouseholds(inForce, other, { program, on })) {
    all += 1;
    if (!household.inForce || !household.other) {
      unassessed += 1;
      continue;
    }
    const transition = transitionOf(household.inForce, household.other);
    transitions.set(transition, (transitions.get(transition) ?? 0) + 1);
    const change = describeChange(household);
    if (change === null) continue;
    changed += 1;
    process.stdout.write(`${change}\n`);
  }
  const counts = [...transitions].sort().map(([transition, count]) => `  ${transition}: ${count}\n`);
  process.stdout.write(
    `\n${all} households that applied for ${program}, in force → ${id}:\n${counts.join('')}` +
      (unassessed > 0
        ? `  not assessed, since no edition or standard is in force on their day: ${unassessed}\n`
        : '') +
      `${changed} change\n`,
  );
}

main().catch((error: unknown) => {
  const isUsage = error instanceof UsageError;
  process.stderr.write(isUsage ? `${error.message}\n${usage}\n` : `${toldAtStart(error)}\n`);
  process.exitCode = isUsage ? 2 : 1;
});
