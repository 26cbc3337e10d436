import { assets } from '../../eligibility/engine/facts/assets';
import { registryNames, type RegistryName } from '../../eligibility/engine/facts/facts';
import { registrations } from '../../eligibility/engine/facts/registrations';
import type { Attempt } from './attempt';

const checks = { ...assets, ...registrations };

/**
 * The household as the rules read it, put together from all attempts, whatever their order: what `readFacts` takes.
 * Throws where no attempt told the household itself; a verification does not leave the municipal tier before one did.
 *
 * It is assessed as it was when it was first asked about, for the same reason as a registry that answered is not asked
 * again: one moment is reported of, not the best of several. Of a registry that was silent at first, the attempt counts
 * that told of most people, the earliest of them. One that never answered stays out, which the rules read as silence.
 */
export function mergedFacts(
  householdId: string,
  attempts: readonly Attempt[],
): Readonly<Record<string, unknown>> {
  const inOrder = attempts.toSorted((one, other) => one.number - other.number);
  const household = inOrder.find((attempt) => attempt.household !== null)?.household;
  if (!household) throw new Error('no attempt told the household itself');
  const told = registryNames.flatMap((registry) => {
    const check = fullest(registry, inOrder);
    return check === undefined ? [] : [[registry, check] as const];
  });
  return {
    ...household,
    id: householdId,
    assets: Object.fromEntries(told.filter(([registry]) => registry in assets)),
    registrations: Object.fromEntries(told.filter(([registry]) => registry in registrations)),
  };
}

/** The check that tells of most people; undefined where none came. */
function fullest(registry: RegistryName, attempts: readonly Attempt[]): unknown {
  const kept = attempts.flatMap(({ answers }) => {
    const check = answers[registry]?.check ?? null;
    return check === null ? [] : [{ check, told: countTold(registry, check) }];
  });
  return kept.reduce<(typeof kept)[number] | undefined>(
    (best, one) => (best && best.told >= one.told ? best : one),
    undefined,
  )?.check;
}

function countTold(registry: RegistryName, check: unknown): number {
  const { statuses } = checks[registry].read(check);
  return [...statuses.values()].filter((status) => status !== 'UNAVAILABLE').length;
}
