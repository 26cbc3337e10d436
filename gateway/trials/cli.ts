import { parseArgs } from 'node:util';
import { join, relative } from 'node:path';
import { toldAtStart } from '../../schema/config/refused-start';
import { packageRoot } from '../../schema/package-root';
import { UsageError } from '../../subgraphs/runtime/import/usage-error';
import { openTrial } from './open-trial';
import { caseFiles, runCase } from './run-scenarios';

const usage = 'usage: npm run scenarios -- [DIR]';

const help = `${usage}

Runs every worked case (*.json) of the folder DIR and of the folders in it through the whole graph; test/scenarios
where DIR is left out. What a case says otherwise than expected is a line each, and the last line is the count.

Exit status: 0 when every case passed, 1 when one failed, 2 when there is nothing to run.
`;

async function main(): Promise<number> {
  const { values, positionals } = commandLine();
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  if (positionals.length > 1) throw new UsageError('one folder at a time');
  const folder = positionals[0] ?? relative(process.cwd(), join(packageRoot, 'test/scenarios'));
  return (await runAll(folder)) === 0 ? 0 : 1;
}

function commandLine() {
  try {
    return parseArgs({ options: { help: { type: 'boolean' } }, allowPositionals: true });
  } catch (error) {
    throw new UsageError((error as Error).message.split('\n')[0]);
  }
}

async function runAll(folder: string): Promise<number> {
  const files = caseFiles(folder);
  const trial = await openTrial();
  let failed = 0;
  try {
    for (const file of files) {
      const { failures, warnings } = await runCase(trial, folder, file);
      for (const warning of warnings) process.stderr.write(`warning: ${warning}\n`);
      for (const failure of failures) process.stdout.write(`${failure}\n`);
      if (failures.length > 0) failed += 1;
    }
  } finally {
    await trial.close();
  }
  process.stdout.write(`${files.length - failed} passed, ${failed} failed\n`);
  return failed;
}

main().then(
  (status) => {
    process.exitCode = status;
  },
  (error: unknown) => {
    const isUsage = error instanceof UsageError;
    process.stderr.write(`${isUsage ? `${error.message}\n${usage}` : toldAtStart(error)}\n`);
    process.exitCode = isUsage ? 2 : 1;
  },
);
