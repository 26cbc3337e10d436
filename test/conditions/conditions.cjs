// Runs every worked case of test/scenarios, and the cases of the engine alone, and watches each condition of the
// rules. Prints as JSON what became of each case, and which conditions were not seen both true and false.
//   node test/conditions/conditions.cjs        (after npm run build)
const path = require('node:path');
const { assessEngineCase, engineCases } = require('../support/eligibility/engine-cases.cjs');
const { engine, root, watch } = require('./watched-engine.cjs');

async function main() {
  const { conditions, unseen } = watch();
  const { openTrial } = require(path.join(root, 'dist/gateway/trials/open-trial'));
  const { caseFiles, runCase } = require(path.join(root, 'dist/gateway/trials/run-scenarios'));
  const folder = path.join(root, 'test/scenarios');
  const trial = await openTrial();
  const cases = [];
  for (const file of caseFiles(folder)) cases.push(await runCase(trial, folder, file));
  await trial.close();
  tryEngineCases();
  process.stdout.write(JSON.stringify({ cases, conditions: conditions.length, unseen: unseen() }, null, 1));
}

/** What no case of the graph can show: visits, and facts or figures that are never sent. A test holds their outcomes. */
function tryEngineCases() {
  const { loadPolicies } = require(path.join(root, 'dist/subgraphs/eligibility/policies/load-policies'));
  const { assess } = require(path.join(engine, 'assess'));
  const { readFacts } = require(path.join(engine, 'facts/facts'));
  const policies = loadPolicies();
  for (const given of engineCases) assessEngineCase(given, { assess, readFacts, policies });
}

main();
