import { runClaimed, type Running } from './run-claimed';

/**
 * How many verifications are asked about at once. So few that whoever waits for one waits for no long question: what is
 * claimed next after a group is theirs.
 */
export const groupSize = 20;

/** Claims one group of what is due, and runs it. False where nothing was, or nothing of it could be asked just now. */
export async function workGroup(running: Running): Promise<boolean> {
  const { store, clock, worker, leaseMs } = running;
  const claimed = await store.claim({ now: clock(), leaseMs, limit: groupSize, worker });
  return claimed.length > 0 && (await runClaimed(running, claimed)) > 0;
}
