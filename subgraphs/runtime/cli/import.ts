import { ConfigError } from '../../../schema/config/config-error';
import { personKey } from '../../../schema/config/keys';
import { readConfig, type Config } from '../../../schema/config/read-config';
import { departments } from '../../index';
import { databaseSettings } from '../database/database-settings';
import { databaseOnDemand } from '../import/database-on-demand';
import { describeReport } from '../import/describe-report';
import type { FileReport } from '../import/file-report';
import { importArguments, type ImportArguments } from '../import/import-arguments';
import { importFolder } from '../import/import-folder';
import { progressBar } from '../import/progress-bar';
import { UsageError } from '../import/usage-error';

const usage = 'npm run import -- DIR [--replace] [--as-of INSTANT] [--keep-good]';

const help = `${usage}

Imports every exchange file of the folder DIR: NAME.csv, NAME being a registry's, such as vehicles.csv.

  --replace         empties a registry before it is filled
  --as-of INSTANT   when the data was true, as 2018-05-31T08:30:00+08:00; the time of import where left out
  --keep-good       takes the good rows of a file that has bad ones, which go to NAME.rejected.csv

Exit status: 0 when all was imported, 1 when something was not, 2 when the command line is wrong.
`;

const now = new Date();

async function main(): Promise<number> {
  const asked = importArguments(process.argv.slice(2), now);
  if (asked === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const config = readConfig(
    process.env,
    departments.map(({ name }) => name),
  );
  const reports = await importAll(asked, config);
  return reports.some(({ problemCount }) => problemCount > 0) ? 1 : 0;
}

async function importAll(asked: ImportArguments, config: Config): Promise<FileReport[]> {
  const bar = progressBar(process.stderr);
  const opened = departments.map((subgraph) => ({
    subgraph,
    database: databaseOnDemand({ ...subgraph, settings: databaseSettings(config, subgraph.name) }),
  }));
  try {
    return await importFolder({
      ...asked,
      departments: opened,
      personKey: personKey(config),
      clock: () => new Date(),
      onProgress: bar.show,
      onReport: (report) => {
        bar.clear();
        print(report);
      },
    });
  } finally {
    bar.clear();
    for (const { database } of opened) await database.close();
  }
}

function print(report: FileReport): void {
  const { problems, outcome } = describeReport(report);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`${outcome}\n`);
}

function fail(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message} (${usage})\n`);
    return 2;
  }
  if (error instanceof ConfigError) {
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
  // What a driver says of a statement can hold the values of a row; its code cannot.
  const { name, code } = error as Error & { code?: string };
  process.stderr.write(`The import stopped, and the file at hand was not imported: ${code ?? name}\n`);
  return 1;
}

void main()
  .catch(fail)
  .then((status) => {
    process.exitCode = status;
  });
