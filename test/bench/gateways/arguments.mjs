import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const parts = ['http', 'in-process', 'batch', 'growth', 'steadiness'];

export const usage = `npm run bench -- [OPTIONS]

  --only PARTS        some of ${parts.join(', ')}; all where left out
  --stack NAME        of the parts http and in-process, this stack alone; may be given several times
  --seconds S         how long each stack is asked in a round, at each number of connections; 1.5
  --warm-up S         how long each stack is asked before anything counts, in seconds; 12
  --rounds R          how many rounds; 3
  --connections LIST  how many clients ask at once; 1,16,64
  --people N          how many people the district has; 10000
  --databases LIST    sqlite, mariadb, or both, for the parts in-process and batch; sqlite,mariadb
  --growth LIST       the districts of the part growth, in people; 10000,100000
  --batch N           how many households the batch of the part steadiness goes through; 10000
  --out FILE          where the tables are written; test/bench/RESULTS.md. - writes none`;

const options = {
  only: { type: 'string', default: parts.join(',') },
  stack: { type: 'string', multiple: true },
  seconds: { type: 'string', default: '1.5' },
  'warm-up': { type: 'string', default: '12' },
  rounds: { type: 'string', default: '3' },
  connections: { type: 'string', default: '1,16,64' },
  people: { type: 'string', default: '10000' },
  databases: { type: 'string', default: 'sqlite,mariadb' },
  growth: { type: 'string', default: '10000,100000' },
  batch: { type: 'string', default: '10000' },
  out: { type: 'string' },
  help: { type: 'boolean', default: false },
};

const list = (text) => text.split(',').filter((item) => item !== '');
const numbers = (text) => list(text).map(Number);

/** What is to be measured, and how long. Throws where an argument is unknown. */
export function readArguments(given) {
  const { values } = parseArgs({ args: given, options, allowPositionals: false });
  const asked = {
    ...values,
    only: list(values.only),
    stacks: values.stack,
    warmUp: Number(values['warm-up']),
    seconds: Number(values.seconds),
    rounds: Number(values.rounds),
    connections: numbers(values.connections),
    people: Number(values.people),
    databases: list(values.databases),
    growth: numbers(values.growth),
    batch: Number(values.batch),
  };
  const unknown = asked.only.filter((part) => !parts.includes(part));
  if (unknown.length > 0) throw new Error(`there is no part ${unknown.join(', ')}`);
  return asked;
}
