// Runs every worked case of test/scenarios and shows each condition of the rules that was not seen both true and
// false by some case. Exit status 1 where there is one, or where a case fails.
//   node test/conditions/conditions.cjs        (after npm run build)
const { readFileSync } = require('node:fs');
const path = require('node:path');
const { instrument } = require('./instrument.cjs');
const { assessEngineCase, engineCases } = require('../support/eligibility/engine-cases.cjs');
const unreachable = require('./unreachable.cjs');

const root = path.resolve(__dirname, '../..');
const engine = path.join(root, 'dist/subgraphs/eligibility/engine');
// Reading facts is tested by its own tests: a case cannot send what the graph never sends.
const folders = ['rules', 'property', 'income', 'relief', 'hardship', 'household', 'findings', 'estimate'];

const conditions = [];
const seen = [];

globalThis.__condition = (number, value) => {
  seen[number] |= value ? 1 : 2;
  return value;
};

const load = require.extensions['.js'];
require.extensions['.js'] = (module, file) => {
  const folder = path.relative(engine, path.dirname(file));
  if (!folders.includes(folder)) return load(module, file);
  const found = instrument(readFileSync(file, 'utf8'), path.relative(root, file), conditions.length);
  conditions.push(...found.conditions);
  seen.push(...found.conditions.map(() => 0));
  return module._compile(found.code, file);
};

async function main() {
  const { openTrial } = require(path.join(root, 'dist/gateway/trials/open-trial'));
  const { caseFiles, runCase } = require(path.join(root, 'dist/gateway/trials/run-scenarios'));
  const folder = path.join(root, 'test/scenarios');
  const trial = await openTrial();
  let failed = 0;
  for (const file of caseFiles(folder)) {
    const { failures } = await runCase(trial, folder, file);
    for (const failure of failures) console.log(failure);
    if (failures.length > 0) failed += 1;
  }
  await trial.close();
  failed += tryEngineCases();
  const unseen = conditions.filter(
    (condition, number) => seen[number] !== 3 && !unreachable.has(keyOf(condition)),
  );
  for (const condition of unseen) {
    const was = ['never reached', 'never false', 'never true'][seen[conditions.indexOf(condition)]];
    console.log(`${condition.file}:${condition.line}: ${condition.text}: ${was}`);
  }
  console.log(`${conditions.length} conditions, ${unseen.length} not seen both true and false`);
  process.exitCode = failed + unseen.length > 0 ? 1 : 0;
}

/** What no case of the graph can show: visits, and facts or figures that are never sent. Their own test holds them. */
function tryEngineCases() {
  const { loadPolicies } = require(path.join(root, 'dist/subgraphs/eligibility/policies/load-policies'));
  const { assess } = require(path.join(engine, 'assess'));
  const { readFacts } = require(path.join(engine, 'facts/facts'));
  const outcomes = engineCases.map((given) =>
    assessEngineCase(given, { assess, readFacts, policies: loadPolicies() }),
  );
  return outcomes.filter(({ outcome }, index) => outcome !== engineCases[index].expected.outcome).length;
}

function keyOf({ file, text }) {
  return `${path.basename(file, '.js')}: ${text}`;
}

main();
