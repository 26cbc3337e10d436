import type { CheckStatus } from '../../../schema/values/check-status';
import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { Tier } from '../process/event';

/** How one registry answered about a household, as it is kept. */
export interface RegistryAnswer {
  /** The worst of the household's people. */
  readonly status: CheckStatus;
  /** Whether asking again may bring more: it said nothing of somebody. */
  readonly isSilent: boolean;
  /** The check as the graph gave it, fit for JSON; null where none came. */
  readonly check: unknown;
}

/** By registry, those that were asked and no others. */
export type RegistryAnswers = Readonly<Partial<Record<RegistryName, RegistryAnswer>>>;

/** What one question to a tier brought of a household. */
export interface TierAnswer {
  /** What the household itself declares, fit for JSON; null where it did not come, and in the district tier. */
  readonly household: Readonly<Record<string, unknown>> | null;
  readonly answers: RegistryAnswers;
}

/** One time that registries of a tier were asked about a household. */
export interface Attempt extends TierAnswer {
  readonly tier: Tier;
  /** The first is 1. */
  readonly number: number;
  readonly at: Date;
}
