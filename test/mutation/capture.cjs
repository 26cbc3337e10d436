// Asks the graph for every assessment of the worked cases, and keeps what the rules engine was sent for each with what
// the case expects of it. People are by their pseudonyms in the one and by their places in the other; `places` tells
// which is whose. It needs the compiled program.
const { readFileSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const compiled = (name) => require(path.join(root, 'dist', name));

/**
 * Writes a list of `{ title, sent, expected, places }` into a file, and gives its length. It throws where an assessment
 * is not as the case expects: then nothing can be told from what a changed engine makes of it.
 */
async function capture(file) {
  const sent = listen();
  const { openTrial } = compiled('gateway/trials/open-trial');
  const { caseFiles } = compiled('gateway/trials/run-scenarios');
  const { assessCase } = compiled('gateway/trials/assess-case');
  const { readCase } = compiled('gateway/trials/read-case');
  const folder = path.join(root, 'test/scenarios');
  const trial = await openTrial();
  const captured = [];
  try {
    for (const name of caseFiles(folder)) {
      const { case: of } = readCase(readFileSync(path.join(folder, name), 'utf8'));
      const places = of.people.map(({ number, place }) => [trial.personId(number), place]);
      for (const expected of of.expect) {
        const title = `${name}: ${expected.program} on ${expected.on}`;
        const differences = await assessCase(trial, { ...of, expect: [expected] });
        const representations = sent.splice(0);
        if (differences.length > 0) throw new Error(`${title} does not pass; run npm run scenarios`);
        if (representations.length !== 1)
          throw new Error(`${title}: ${representations.length} were assessed`);
        captured.push({ title, sent: representations[0], expected, places });
      }
    }
  } finally {
    await trial.close();
  }
  writeFileSync(file, JSON.stringify(captured));
  return captured.length;
}

/** The representations of the households whose facts the engine reads from now on, as they arrive. */
function listen() {
  const facts = compiled('subgraphs/eligibility/engine/facts/facts');
  const { readFacts } = facts;
  const sent = [];
  facts.readFacts = (representation) => {
    sent.push(JSON.parse(JSON.stringify(representation)));
    return readFacts(representation);
  };
  return sent;
}

module.exports = { capture };
