import type { CalendarDate } from '../../../schema/values/calendar-date';
import { toldAtStart } from '../../../schema/config/refused-start';
import { UsageError } from '../../../subgraphs/sample/usage-error';
import { differences } from './counted-half-year';
import { defaultSeed, halfYearArguments } from './half-year-arguments';
import { makeHalfYear } from './make-half-year';
import type { Outage } from './outage';
import {
  printedLatency,
  printedOutage,
  printedResults,
  printedStages,
  printedTable,
} from './print-half-year';
import { publishedTable } from './published-table';

/** The vehicle registry is away on a Wednesday in March. */
const outage: Outage = { on: '2018-03-14' as CalendarDate, table: 'vehicles', hours: 2 };

const usage = 'npm run sample:district -- [--seed S] [--keep DIR]';

const help = `${usage}

Makes the first half of 2018 as the bureau's table has it, of people who do not exist: 3,238 households with 8,822 members
apply day by day, and each is verified through the whole graph to its decision. Prints the table as the statistics of the
graph have it, what the reports came to, how long that took, and how long a caseworker waited for an answer meanwhile.

  --seed S     another seed, other families; ${defaultSeed} where left out
  --keep DIR   leaves the databases in DIR, for DATA_DIR=DIR npm start; else they are removed

DATABASE_URL leads to MySQL databases as for npm start: they have to be empty, and stay. What they can be read by
later, PERSON_KEY and the other keys, is left in DIR alone.
Exit status: 0 when every number is that of the table, 1 when one is not, 2 when the command line is wrong.
`;

async function main(): Promise<number> {
  const asked = halfYearArguments(process.argv.slice(2));
  if (asked === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const begun = performance.now();
  const { cases, statistics, stages, idle, busy } = await makeHalfYear({
    ...asked,
    table: publishedTable,
    env: process.env,
    outage,
    idleAnswers: 500,
    onDay: (day, ended) => {
      if (process.stderr.isTTY) process.stderr.write(`\r${day}: ${ended} decided`);
    },
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  const printed = [
    printedTable(statistics, publishedTable),
    printedResults(statistics),
    printedOutage(outage, cases.filter(({ wasAskedAgain }) => wasAskedAgain).length),
    printedStages(stages, performance.now() - begun),
    printedLatency(idle, busy),
  ];
  process.stdout.write(`${printed.join('\n\n')}\n`);
  const open = cases.filter(({ hasEnded }) => !hasEnded).length;
  const wrong = [
    ...differences(statistics, publishedTable),
    ...(open > 0 ? [`${open} verifications without a decision`] : []),
  ];
  for (const line of wrong) process.stderr.write(`${line}\n`);
  return wrong.length > 0 ? 1 : 0;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(isUsage ? `${error.message} (${usage})\n` : `${toldAtStart(error)}\n`);
    process.exitCode = isUsage ? 2 : 1;
  },
);
