import { Load } from './load.mjs';
import { bodyFor } from './question.mjs';
import { differences } from './same-answers.mjs';
import { drawing } from './seeded.mjs';

/** How many households are compared before anything is timed. */
const sampled = 12;

const seed = 20_180_531;

/** A stack that can be asked: its process, those that work for it, and the load that asks it. */
export async function stackOf(name, { server, beside = [], district, connections, inAnyOrder = false }) {
  const headers = {
    authorization: `Bearer ${await district.token('assistance')}`,
    'x-access-purpose': 'RECHECK',
  };
  const load = new Load(server.url, { connections: Math.max(16, ...connections), headers });
  return { name, server, beside, load, inAnyOrder };
}

/** Bodies for drawn households: the same in each round for every stack, and others in the next round. */
export function bodiesFor(ids) {
  return (round) => {
    const draw = drawing(ids, seed + round);
    return () => bodyFor(draw());
  };
}

/**
 * Asks all stacks for the same households and holds their answers against those of the first. Throws, with the places,
 * where one answers with errors or otherwise than the first.
 */
export async function mustAnswerAlike(stacks, ids) {
  const draw = drawing(ids, seed);
  const drawn = new Set(Array.from({ length: sampled }, draw));
  const outcomes = {};
  for (const id of drawn) {
    const answers = [];
    for (const stack of stacks) answers.push([stack, await stack.load.answer(bodyFor(id))]);
    const [[first, whole]] = answers;
    for (const [{ name, inAnyOrder }, answer] of answers) {
      if (answer.errors)
        throw new Error(`${name} answers with ${JSON.stringify(answer.errors).slice(0, 500)}`);
      const found = differences(whole.data, answer.data, {
        inAnyOrder: inAnyOrder || first.inAnyOrder,
      });
      if (found.length === 0) continue;
      throw new Error(`${first.name} and ${name} differ for ${id}:\n  ${found.join('\n  ')}`);
    }
    const { outcome } = whole.data.household.eligibility;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return { households: drawn.size, outcomes };
}
