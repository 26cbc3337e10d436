import { loadavg } from 'node:os';

/** From how many connections a stack is asked before anything of it counts. */
const warmUpConnections = 16;

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** A share of values that are in order: 0.5 for their middle, 0.95 for what 95 in a hundred stay below. */
export function quantile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const machineLoad = () => loadavg()[0].toFixed(1);

/**
 * Asks all stacks in turn, round after round; who is first moves on from round to round, so that what else the machine
 * does falls on all of them. A stack is `{ name, load, server, beside }`: `server` is its own process and `beside` are
 * those that work for it. All are asked for the same households in the same order. Gives a list of measures by stack and
 * number of connections.
 */
export async function inRounds(stacks, { rounds, seconds, warmUp, connections, bodies }) {
  const measures = new Map(stacks.map(({ name }) => [name, new Map(connections.map((many) => [many, []]))]));
  for (const stack of stacks) {
    await ask(stack, { seconds: warmUp, connections: warmUpConnections, nextBody: bodies(0) });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const many of connections) {
      for (let turn = 0; turn < stacks.length; turn += 1) {
        const stack = stacks[(turn + round) % stacks.length];
        const measured = await measure(stack, { many, seconds, nextBody: bodies(round + 1) });
        measures.get(stack.name).get(many).push(measured);
      }
    }
  }
  return measures;
}

/** A stack that fails is named, with what it wrote. */
async function ask({ name, load, server }, asking) {
  try {
    return await load.run(asking);
  } catch (error) {
    throw new Error(`${name} at ${asking.connections} connections: ${error.message}\n${server.complaints}`);
  }
}

async function measure(stack, { many, seconds, nextBody }) {
  const { server, beside } = stack;
  const before = timesOf(server, beside);
  const { times, passed } = await ask(stack, { connections: many, seconds, nextBody });
  const after = timesOf(server, beside);
  const each = (name) => ((after[name] - before[name]) * 1000) / times.length;
  return {
    rate: times.length / passed,
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    own: each('own'),
    beside: each('beside'),
  };
}

function timesOf(server, beside) {
  return {
    own: server.cpuSeconds,
    beside: beside.reduce((sum, process) => sum + process.cpuSeconds, 0),
  };
}

/** The medians over the rounds of each measure. */
export function mediansOf(measures) {
  const names = Object.keys(measures[0]);
  return Object.fromEntries(names.map((name) => [name, median(measures.map((one) => one[name]))]));
}
