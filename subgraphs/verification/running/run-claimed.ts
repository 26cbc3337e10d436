import type { Logger } from 'pino';
import type { GraphClient } from '../../../schema/wire/graph-client';
import { askTier } from '../facts/ask-tier';
import type { TierAnswer } from '../facts/attempt';
import type { Kind, Tier } from '../process/event';
import { purposeOf } from '../process/purpose-of';
import { tierOf } from '../process/tier-of';
import { afterAttempt } from './after-attempt';
import { errorName } from './error-name';
import type { Rates } from './rates';
import type { Claimed, RunningStore } from './running-store';

/** What verifications are run with. */
export interface Running {
  readonly store: RunningStore;
  readonly graph: GraphClient;
  readonly rates: Rates;
  readonly clock: () => Date;
  /** For how long silent registries of a tier are asked again. */
  readonly tierMs: number;
  /** How long a claim holds: longer than a group takes, and no longer than a process that was killed may hold others up. */
  readonly leaseMs: number;
  /** Who claims. */
  readonly worker: string;
  readonly logger: Logger;
  /** Whether this process is about to end. */
  readonly isEnding: () => boolean;
}

/** How long a verification is left alone of which nothing could be kept: its registries have been asked for nothing. */
const pauseAfterFailure = 600_000;

const reasonOf: Readonly<Record<Kind, string>> = { APPLICATION: '家庭经济状况核对', RECHECK: '定期复核' };
const chineseOf: Readonly<Record<Tier, string>> = { MUNICIPAL: '市级核对', DISTRICT: '区级核对' };

/**
 * Asks the registries of claimed verifications that are still to be asked, those of one tier and kind together, and
 * keeps what they answered. It says how many were asked about: others wait, since a registry has no room for them now.
 */
export async function runClaimed(running: Running, claimed: readonly Claimed[]): Promise<number> {
  const admitted = await withRoom(running, claimed);
  const alike = new Map<string, Claimed[]>();
  for (const one of admitted) {
    const key = `${tierOf(one.state)} ${one.kind}`;
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  for (const group of alike.values()) await runAlike(running, group);
  return admitted.length;
}

/** Those for which every registry that they ask has room; the others are given back until there may be some. */
async function withRoom(
  { rates, store, clock }: Running,
  claimed: readonly Claimed[],
): Promise<readonly Claimed[]> {
  const admitted: Claimed[] = [];
  const waiting: Claimed[] = [];
  let longest = 0;
  for (const one of claimed) {
    const wait = await rates.take(one.silent, one.priority === 0);
    if (wait === 0) admitted.push(one);
    else waiting.push(one);
    longest = Math.max(longest, wait);
  }
  if (waiting.length > 0) await store.release(waiting, new Date(clock().getTime() + longest));
  return admitted;
}

async function runAlike(running: Running, group: readonly Claimed[]): Promise<void> {
  const [first] = group;
  if (!first) return;
  const { graph, clock, isEnding, store, logger } = running;
  const tier = tierOf(first.state);
  const at = clock();
  const told = await askTier(graph, {
    tier,
    households: group.map(({ householdId, silent }) => ({ id: householdId, registries: silent })),
    purpose: purposeOf(first.kind),
    reason: `${reasonOf[first.kind]}：${chineseOf[tier]}`,
    onFailure: (failure) => logger.warn({ tier, error: errorName(failure) }, 'the graph could not be asked'),
  });
  const answered = group.map((claimed) => ({ claimed, answer: told.get(claimed.householdId) ?? nothing }));
  // Where this process ends, the way to the graph may have ended first: that says nothing of the registries.
  const lost = isEnding() ? answered.filter(({ answer }) => isNothing(answer)) : [];
  if (lost.length > 0)
    await store.release(
      lost.map(({ claimed }) => claimed),
      at,
    );
  await Promise.all(
    answered
      .filter((one) => !lost.includes(one))
      .map(({ claimed, answer }) => keep(running, claimed, { tier, at, answer })),
  );
}

const nothing: TierAnswer = { household: null, answers: {} };

function isNothing({ household, answers }: TierAnswer): boolean {
  return household === null && Object.values(answers).every(({ check }) => check === null);
}

interface Told {
  readonly tier: Tier;
  readonly at: Date;
  readonly answer: TierAnswer;
}

/** Keeps an attempt. One that cannot be kept holds up no other. */
async function keep(
  { store, tierMs, clock, logger }: Running,
  claimed: Claimed,
  { tier, at, answer }: Told,
): Promise<void> {
  const attempt = { ...answer, tier, at, number: claimed.attempts + 1 };
  try {
    await store.recordAttempt(claimed, attempt, afterAttempt(claimed, attempt, tierMs));
  } catch (error) {
    logger.error({ verification: claimed.id, error: errorName(error) }, 'an attempt was not kept');
    await store.release([claimed], new Date(clock().getTime() + pauseAfterFailure));
  }
}
