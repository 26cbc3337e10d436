import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { bodiesFor } from '../asked.mjs';

/**
 * One question after another, for so many seconds or until it is over; how long each took, in ms, in their order. `look` is
 * shown each answer. Whoever is sent away has waited too. Throws where the status is neither of an answer nor of that.
 */
export async function askOneByOne(
  { people, ids },
  { seconds = Infinity, isOver = () => false, everyMs = 0, look },
) {
  const next = bodiesFor(ids)(1);
  const times = [];
  const until = performance.now() + seconds * 1000;
  while (performance.now() < until && !isOver()) {
    const rest = pause(everyMs);
    const began = performance.now();
    const { status, chunks } = await people.ask(next());
    times.push(performance.now() - began);
    if (status !== 200 && status !== 503) throw new Error(`an answer has status ${status}`);
    if (status === 200) look?.(JSON.parse(Buffer.concat(chunks).toString()));
    await rest;
  }
  return times;
}

/** Times in the order of their size. */
export const sorted = (times) => [...times].sort((a, b) => a - b);
