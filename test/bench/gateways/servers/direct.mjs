/**
 * What could be written without a graph: a handler of node:http that sends the least SQL to the same databases and writes
 * the same JSON. `direct.mjs direct` reads for each request by itself; `direct.mjs best` reads for all that are in flight
 * together, at most two such reads at once.
 */
import { createServer } from 'node:http';
import { Databases } from '../direct/databases.mjs';
import { householdFiles } from '../direct/household-files.mjs';
import { readStates } from '../../eligibility/direct-facts.mjs';

const { select } = await Databases.open(process.env);
const reading = { select, asOf: await readStates(select, ['water-resources']) };

const readsAtOnce = 2;

async function single(id) {
  return (await householdFiles([id], reading)).get(id);
}

/** Reads for whoever waits, once all that has arrived has been looked at. */
function batched() {
  let waiting = [];
  let underWay = 0;
  let isDue = false;
  const next = () => {
    if (isDue || underWay >= readsAtOnce || waiting.length === 0) return;
    isDue = true;
    setImmediate(read);
  };
  const read = () => {
    isDue = false;
    const taken = waiting;
    waiting = [];
    underWay += 1;
    householdFiles([...new Set(taken.map(({ id }) => id))], reading)
      .then(
        (files) => taken.forEach(({ id, resolve }) => resolve(files.get(id))),
        (error) => taken.forEach(({ reject }) => reject(error)),
      )
      .finally(() => {
        underWay -= 1;
        next();
      });
  };
  return (id) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, resolve, reject });
      next();
    });
}

const fileOf = process.argv[2] === 'best' ? batched() : single;

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const { id } = JSON.parse(Buffer.concat(chunks).toString()).variables;
    fileOf(id).then(
      (data) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' });
        response.end(JSON.stringify({ data }));
      },
      (error) => {
        process.stderr.write(`${error.stack}\n`);
        response.writeHead(500).end();
      },
    );
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`direct answers on http://127.0.0.1:${server.address().port}/graphql\n`);
});
