import type { RegistryName } from '../../eligibility/engine/facts/facts';
import type { Tier } from '../process/event';
import type { Attempt } from './attempt';
import { registriesOf } from './registries-of';

/** The registries of a tier that none of these attempts brought a whole answer of: those that are asked again. */
export function stillSilent(
  tier: Tier,
  attempts: readonly Pick<Attempt, 'answers'>[],
): readonly RegistryName[] {
  return registriesOf(tier).filter((registry) =>
    attempts.every(({ answers }) => answers[registry]?.isSilent ?? true),
  );
}
