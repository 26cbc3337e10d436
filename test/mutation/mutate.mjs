// Changes the rules engine, one small change at a time, and shows which changes no test notices.
//   npm run mutate [-- FILE...]      FILE such as subgraphs/eligibility/engine/income/benefits.ts; all where left out
// Every change is tried on the worked cases, the engine cases, the cases of what is told, and at last on a few made-up
// households of the property tests. Exit status 1 where a change got through that README.md does not explain.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Stryker } from '@stryker-mutator/core';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../..');
const engine = 'subgraphs/eligibility/engine';

/** Reading facts has tests of its own; the others hold types and lists. */
const mutated = [
  `${engine}/**/*.ts`,
  `!${engine}/facts/**`,
  `!${engine}/policy/**`,
  `!${engine}/assessment.ts`,
  `!${engine}/rules/{index,rule,rule-code}.ts`,
];

const optionsFor = (mutate, work) => ({
  mutate,
  testRunner: 'engine',
  coverageAnalysis: 'perTest',
  concurrency: 2,
  timeoutMS: 30_000,
  plugins: [path.join(here, 'runner.mjs'), path.join(here, 'messages.mjs')],
  ignorers: ['messages'],
  disableTypeChecks: false,
  tempDirName: path.join(work, 'sandbox'),
  ignorePatterns: ['dist', 'data', '.test-output', 'test/scenarios'],
  reporters: ['progress-append-only'],
  allowConsoleColors: false,
});

async function main(files) {
  const work = mkdtempSync(path.join(tmpdir(), 'mutation-'));
  try {
    process.env.CAPTURED_CASES = path.join(work, 'captured.json');
    process.env.HOUSEHOLDS ??= '400';
    const { capture } = createRequire(import.meta.url)('./capture.cjs');
    tell(`${await capture(process.env.CAPTURED_CASES)} assessments of worked cases`);
    const chosen = files.length > 0 ? files : mutated;
    const results = await new Stryker(optionsFor(chosen, work)).runMutationTest();
    return report(results.filter(({ status }) => status !== 'Ignored').map(changeOf));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** A change with what became of it, and its name, which stays the same when lines are moved. */
function changeOf({ fileName, location, replacement, status }) {
  const file = path.resolve(root, fileName);
  const at = path.relative(path.join(root, engine), file).replaceAll(path.sep, '/');
  const original = textAt(readFileSync(file, 'utf8').split('\n'), location);
  const short = (text) => text.replace(/\s+/g, ' ');
  return {
    folder: at.includes('/') ? path.posix.dirname(at) : at,
    line: location.start.line,
    name: `${at}: \`${short(original)}\` → \`${short(replacement)}\``,
    isKilled: status === 'Killed' || status === 'Timeout',
  };
}

function textAt(lines, { start, end }) {
  const text = lines.slice(start.line - 1, end.line);
  text[text.length - 1] = text.at(-1).slice(0, end.column - 1);
  text[0] = text[0].slice(start.column - 1);
  return text.join('\n');
}

/** The count of changes that got through and are not explained. */
function report(changes) {
  const told = readFileSync(path.join(here, 'README.md'), 'utf8').split('\n');
  const through = changes.filter(({ isKilled }) => !isKilled);
  const explained = through.filter(({ name }) => takeOut(told, `- ${name}`));
  const unexplained = through.filter((change) => !explained.includes(change));
  for (const { name, line } of unexplained) tell(`line ${line}: ${name}`);
  for (const folder of [...new Set(changes.map((change) => change.folder))].sort()) {
    const ofFolder = ({ folder: own }) => own === folder;
    tellCount(folder, changes.filter(ofFolder), explained.filter(ofFolder));
  }
  tellCount('all', changes, explained);
  return unexplained.length;
}

/** Whether a line is among these, from which it is then taken: one that stands there once explains one change. */
function takeOut(lines, line) {
  const at = lines.indexOf(line);
  if (at >= 0) lines.splice(at, 1);
  return at >= 0;
}

function tellCount(of, changes, explained) {
  const noticed = changes.filter(({ isKilled }) => isKilled).length;
  const share = ((100 * noticed) / changes.length).toFixed(1);
  tell(`${of}: ${noticed} of ${changes.length} noticed (${share} %), ${explained.length} explained`);
}

function tell(line) {
  process.stdout.write(`${line}\n`);
}

process.chdir(root);
process.exitCode = (await main(process.argv.slice(2))) === 0 ? 0 : 1;
