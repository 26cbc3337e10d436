import { worstOf } from '../../../schema/values/check-status';
import { assets } from '../../eligibility/engine/facts/assets';
import type { RegistryName } from '../../eligibility/engine/facts/facts';
import { registrations } from '../../eligibility/engine/facts/registrations';
import type { RegistryAnswer } from './attempt';

const checks = { ...assets, ...registrations };

/**
 * What a check comes to for these people, read as the rules read it: of somebody whom it does not list, and of everybody
 * where it did not come in its form, nothing is known.
 *
 * Only that is silence. UNAUTHORISED, NOT_COVERED and IDENTITY_CONFLICT are answers that stay the same however often a
 * registry is asked within a day. So is STALE: the department answered, and what is late is its own delivery, which
 * comes by the day; asking every half hour would load it and bring nothing, and the report says how old the data is.
 */
export function registryAnswer(
  registry: RegistryName,
  check: unknown,
  people: readonly string[],
): RegistryAnswer {
  const { statuses } = checks[registry].read(check);
  const told = people.map((person) => statuses.get(person) ?? 'UNAVAILABLE');
  return {
    status: worstOf(told),
    isSilent: told.length === 0 || told.includes('UNAVAILABLE'),
    check: check ?? null,
  };
}
