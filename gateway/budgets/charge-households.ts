import type { Config } from '../../schema/config/read-config';
import type { Principal } from '../access/principal';
import type { Role } from '../access/roles';
import { requestRefusal } from '../errors/request-refusal';
import type { HouseholdBudget } from './household-budget';

/** In the place of a limit where there is none, and nothing is counted. */
const unlimited = 'unlimited';

/** How many different households a subject of each role may see within an hour. */
export type HouseholdsPerHour = Readonly<Record<Role, number | typeof unlimited>>;

export function householdsPerHour(
  config: Pick<Config, 'ASSISTANCE_HOUSEHOLDS_PER_HOUR' | 'VERIFIER_HOUSEHOLDS_PER_HOUR'>,
): HouseholdsPerHour {
  return {
    caseworker: 60,
    auditor: 500,
    assistance: config.ASSISTANCE_HOUSEHOLDS_PER_HOUR,
    verifier: config.VERIFIER_HOUSEHOLDS_PER_HOUR,
    // It asks for no household but those whose verification somebody else was allowed to start.
    verification: unlimited,
    operator: 0,
  };
}

export interface ChargeOptions {
  readonly budget: HouseholdBudget;
  readonly householdsPerHour: HouseholdsPerHour;
  readonly clock: () => Date;
}

/** Charges households to whoever asks; throws HOUSEHOLD_BUDGET_SPENT or BUDGET_UNAVAILABLE, ready for the answer. */
export async function chargeHouseholds(
  options: ChargeOptions,
  principal: Principal,
  households: readonly string[],
): Promise<void> {
  if (households.length > 0) await charge(options, principal, households);
}

/**
 * Throws likewise where whoever asks has no room for another household: then a search may not tell, by whether it can
 * be answered, whether there is one.
 */
export async function requireRoom(options: ChargeOptions, principal: Principal): Promise<void> {
  await charge(options, principal, [], 1);
}

/** Charges households, and wants room for `more` beside them. */
async function charge(
  { budget, householdsPerHour, clock }: ChargeOptions,
  { subject, role }: Principal,
  households: readonly string[],
  more = 0,
): Promise<void> {
  const limit = householdsPerHour[role];
  if (limit === unlimited) return;
  const charged = await budget.charge({ subject, limit: limit - more }, households, clock()).catch(() => {
    throw requestRefusal('BUDGET_UNAVAILABLE');
  });
  if (charged.isCharged) return;
  throw requestRefusal('HOUSEHOLD_BUDGET_SPENT', {
    details: { limit: String(limit) },
    headers: { 'retry-after': String(charged.retryAfterSeconds) },
  });
}
