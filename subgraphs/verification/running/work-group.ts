import { runClaimed, type Running } from './run-claimed';

/**
 * How many verifications are asked about at once. So few that whoever waits for one waits for no long question: what is
 * claimed next after a group is theirs.
 */
export const groupSize = 20;

/** How long a claim holds: longer than a group ever takes, and no longer than a process that was killed may hold others up. */
const leaseMs = 30_000;

/** Claims one group of what is due, and runs it. False where nothing was, or nothing of it could be asked just now. */
export async function workGroup(running: Running): Promise<boolean> {
  const { store, clock, worker } = running;
  const claimed = await store.claim({ now: clock(), leaseMs, limit: groupSize, worker });
  return claimed.length > 0 && (await runClaimed(running, claimed)) > 0;
}
