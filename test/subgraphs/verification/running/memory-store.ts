import { stillSilent } from '../../../../subgraphs/verification/facts/still-silent';
import { pathOf } from '../../../../subgraphs/verification/process/steps';
import type {
  Attempt,
  Claimed,
  Following,
  RunningState,
  RunningStore,
} from '../../../../subgraphs/verification/running/running-store';

/** A verification as the running sees it. */
export interface Kept {
  readonly id: string;
  readonly householdId: string;
  readonly priority: number;
  state: string;
  version: number;
  dueAt: Date | null;
  lease: { readonly by: string; readonly until: Date } | null;
  readonly steps: string[];
  readonly attempts: Attempt[];
}

/** The store of the running, in memory. */
export class MemoryStore implements RunningStore {
  readonly verifications: Kept[] = [];
  /** How many times anything was claimed. */
  claims = 0;
  #leases = 0;

  /** Adds one that was commissioned. */
  commission(id: string, dueAt: Date, priority = 0): Kept {
    const kept: Kept = {
      ...{ id, householdId: id, priority, dueAt },
      ...{ state: 'COMMISSIONED', version: 3, lease: null, steps: [], attempts: [] },
    };
    this.verifications.push(kept);
    return kept;
  }

  /** Somebody takes an authorisation back. */
  withdraw(id: string): void {
    const kept = this.#find(id);
    Object.assign(kept, { state: 'WITHDRAWN', version: kept.version + 1, dueAt: null });
  }

  claim({ now, leaseMs, limit, worker }: Parameters<RunningStore['claim']>[0]) {
    const due = this.#due(now);
    const taken = due.filter(({ priority }) => priority === due[0]?.priority).slice(0, limit);
    this.claims += taken.length > 0 ? 1 : 0;
    return Promise.resolve(
      taken.map((kept) => {
        kept.lease = {
          by: `${worker} ${(this.#leases += 1)}`,
          until: new Date(now.getTime() + leaseMs),
        };
        return claimedOf(kept, kept.lease.by);
      }),
    );
  }

  countDue({ now, most }: Parameters<RunningStore['countDue']>[0]) {
    return Promise.resolve(Math.min(this.#due(now).length, most));
  }

  nextDueAt(now: Date) {
    const times = this.verifications
      .flatMap(({ dueAt, lease }) => (dueAt ? [Math.max(dueAt.getTime(), lease?.until.getTime() ?? 0)] : []))
      .filter((time) => time > now.getTime());
    return Promise.resolve(times.length > 0 ? new Date(Math.min(...times)) : null);
  }

  recordAttempt(claimed: Claimed, attempt: Attempt, { steps, dueAt }: Following) {
    const kept = this.#held(claimed);
    if (!kept) return Promise.resolve(false);
    kept.attempts.push(JSON.parse(JSON.stringify(attempt)) as Attempt);
    for (const step of steps) {
      const state = pathOf(step, kept.state as RunningState);
      if (!state) throw new Error(`${step} does not follow ${kept.state}`);
      kept.steps.push(step);
      Object.assign(kept, { state, version: kept.version + 1 });
    }
    Object.assign(kept, { dueAt, lease: null });
    return Promise.resolve(true);
  }

  release(claimed: readonly Claimed[], dueAt: Date) {
    for (const one of claimed) Object.assign(this.#held(one) ?? {}, { dueAt, lease: null });
    return Promise.resolve();
  }

  #due(now: Date): readonly Kept[] {
    return this.verifications
      .filter(({ dueAt, lease }) => dueAt && dueAt <= now && (!lease || lease.until <= now))
      .sort((a, b) => a.priority - b.priority || Number(a.dueAt) - Number(b.dueAt));
  }

  #held({ id, lease, version }: Claimed): Kept | undefined {
    const kept = this.#find(id);
    return kept.lease?.by === lease && kept.version === version ? kept : undefined;
  }

  #find(id: string): Kept {
    const kept = this.verifications.find((one) => one.id === id);
    if (!kept) throw new Error(`there is no verification ${id}`);
    return kept;
  }
}

function claimedOf({ id, householdId, priority, state, version, attempts }: Kept, lease: string): Claimed {
  const tier = state === 'DISTRICT_RUNNING' ? 'DISTRICT' : 'MUNICIPAL';
  const ofTier = attempts.filter((attempt) => attempt.tier === tier);
  return {
    ...{ id, householdId, priority, version, lease, batchId: null, kind: 'APPLICATION' },
    state: state as RunningState,
    attempts: ofTier.length,
    firstAskedAt: ofTier[0] ? new Date(ofTier[0].at) : null,
    silent: stillSilent(tier, ofTier),
    isHouseholdTold: attempts.some(({ household }) => household !== null),
  };
}
