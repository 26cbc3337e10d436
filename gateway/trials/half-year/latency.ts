import { setTimeout as pause } from 'node:timers/promises';
import type { AskAs } from './ask-as';

/** How long answers took, in milliseconds. */
export interface Latency {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

/** A question every so many milliseconds, and as many households as one caseworker may see within an hour. */
const [everyMs, budget] = [100, 50];

/**
 * Looks up households as caseworkers do, one every tenth of a second, until `work` is done; gives what that gave and how
 * long the answers took. The time counts from when a question was due, so that it holds what a busy process keeps it
 * waiting.
 */
export async function whileAsking<T>(
  ask: AskAs,
  householdIds: readonly string[],
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly latency: Latency }> {
  const taken: number[] = [];
  const ending = new AbortController();
  const asking = (async () => {
    for (
      let due = performance.now();
      !ending.signal.aborted;
      due = Math.max(due + everyMs, performance.now())
    ) {
      await pause(Math.max(0, due - performance.now()));
      const id = householdIds[(taken.length * 97) % householdIds.length] ?? '';
      await askSummary(ask, id, Math.floor(taken.length / budget));
      taken.push(performance.now() - due);
    }
  })();
  // A question that fails is told when the work is done, or what the work itself failed of.
  const asked = asking.catch((error: unknown) => ({ error }));
  const result = await work().finally(async () => {
    ending.abort();
    await asked;
  });
  await asking;
  return { result, latency: latencyOf(taken) };
}

/** How long so many answers take, one after the other, while nothing else is done. The first ones warm up. */
export async function idleLatency(
  ask: AskAs,
  householdIds: readonly string[],
  count: number,
): Promise<Latency> {
  const taken: number[] = [];
  for (let nth = 0; nth < 2 * count; nth += 1) {
    const begun = performance.now();
    await askSummary(ask, householdIds[(nth * 97) % householdIds.length] ?? '', Math.floor(nth / budget));
    taken.push(performance.now() - begun);
  }
  return latencyOf(taken.slice(count));
}

async function askSummary(ask: AskAs, id: string, nth: number): Promise<void> {
  const clerk = { subject: `summary-caseworker-${nth}`, role: 'caseworker' } as const;
  await ask(clerk, { operation: 'HouseholdSummary', variables: { id } });
}

/** By nearest rank. */
function latencyOf(taken: readonly number[]): Latency {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { count: sorted.length, p50: at(0.5), p95: at(0.95) };
}
