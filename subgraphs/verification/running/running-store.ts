import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { Attempt } from '../facts/attempt';
import type { Kind } from '../process/event';
import type { State, Step } from '../process/steps';

export type { Attempt };

/** States in which registries are to be asked. */
export type RunningState = Extract<State, 'COMMISSIONED' | 'MUNICIPAL_RUNNING' | 'DISTRICT_RUNNING'>;

/** A verification that was due, and that one worker holds for as long as its lease lasts. */
export interface Claimed {
  readonly id: string;
  readonly householdId: string;
  readonly kind: Kind;
  readonly state: RunningState;
  /** How many events it had when it was claimed. */
  readonly version: number;
  /** How often the registries of its tier were asked; 0 where they were not yet. */
  readonly attempts: number;
  /** When they were asked first; null where they were not yet. */
  readonly firstAskedAt: Date | null;
  /** The registries of its tier that are still to be asked: `stillSilent` of its attempts. */
  readonly silent: readonly RegistryName[];
  /** Whether an attempt has told the household itself, without which nothing can be assessed. */
  readonly isHouseholdTold: boolean;
  /** 0 where somebody waits for it, 1 in a batch. */
  readonly priority: number;
  readonly batchId: string | null;
  /** By what the store knows whose claim it is. */
  readonly lease: string;
}

/** What follows an attempt, kept in one transaction with it and with whatever follows from that by itself. */
export interface Following {
  /** Steps that the verification makes by itself, in their order; none where the tier is asked again. */
  readonly steps: readonly Extract<Step, 'ASK_MUNICIPAL' | 'ASK_DISTRICT' | 'COMPILE'>[];
  /** When registries are asked next; null where none is any more. */
  readonly dueAt: Date | null;
}

/**
 * What the running needs of the store. The database is the truth about what is to be done: whoever claims a
 * verification holds it until `leaseMs` are over, and whatever is written under a lease that is gone, or after somebody
 * made another step, is not written at all.
 */
export interface RunningStore {
  /**
   * Takes verifications that are due and that nobody holds: those that somebody waits for before those of a batch, and
   * never the ones with the others; then the longest due first. Those of a batch that is held are left out.
   */
  claim(wanted: {
    readonly now: Date;
    readonly leaseMs: number;
    readonly limit: number;
    readonly worker: string;
  }): Promise<readonly Claimed[]>;
  /** How many could be claimed at this moment, of `most` at most. */
  countDue(wanted: { readonly now: Date; readonly most: number }): Promise<number>;
  /** When something comes due that is not yet, a lease that runs out included; null where nothing does. */
  nextDueAt(now: Date): Promise<Date | null>;
  /** Keeps an attempt with what follows, and ends the claim. False, with nothing kept, where the claim did not hold. */
  recordAttempt(claimed: Claimed, attempt: Attempt, following: Following): Promise<boolean>;
  /** Gives claims back, to be taken again at a time. Of claims that do not hold any more, nothing changes. */
  release(claimed: readonly Claimed[], dueAt: Date): Promise<void>;
}
