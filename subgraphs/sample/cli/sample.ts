import { sampleArguments } from '../sample-arguments';
import { defaultDate, defaultSeed } from '../sample-options';
import { UsageError } from '../usage-error';
import { writeDistrict } from '../write-district';

const usage = 'npm run sample -- --households N --out DIR [--seed S] [--date YYYY-MM-DD]';

const help = `${usage}

Writes the exchange files of a made-up district into DIR, ready for npm run import.

  --households N     how many households; the first N are the same in every larger district
  --out DIR          a folder that is empty, not there yet, or holds an earlier sample
  --seed S           another seed, another district; ${defaultSeed} where left out
  --date YYYY-MM-DD  the day for which the data is true; ${defaultDate} where left out. Amounts are those of 2018

Nobody in it exists: identity numbers and credit codes carry the unassigned division 500199.
Exit status: 0 when all is written, 1 when it could not be written, 2 when the command line is wrong.
`;

const shownEvery = 1000;

function main(): number {
  const asked = sampleArguments(process.argv.slice(2));
  if (asked === 'help') {
    process.stdout.write(help);
    return 0;
  }
  const rows = writeDistrict(asked, (done) => {
    if (process.stderr.isTTY && done % shownEvery === 0) process.stderr.write(`\r${done} households`);
  });
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  for (const [file, count] of rows) process.stdout.write(`${file}: ${count} rows\n`);
  return 0;
}

function fail(error: unknown): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message} (${usage})\n`);
    return 2;
  }
  const { name, code } = error as Error & { code?: string };
  process.stderr.write(`The sample was not written: ${code ?? name}\n`);
  return 1;
}

try {
  process.exitCode = main();
} catch (error) {
  process.exitCode = fail(error);
}
