import type { Replayed, ReplayedFinding, ReplayedHousehold } from './replay-households';

/** One line on what another edition changes for a household, people by their places; null where it is nothing. */
export function describeChange({ id, places, inForce, other }: ReplayedHousehold): string | null {
  if (!inForce || !other) return null;
  const was = findingsOf(inForce, places);
  const becomes = findingsOf(other, places);
  const gone = was.filter((finding) => !becomes.includes(finding)).map((finding) => `- ${finding}`);
  const come = becomes.filter((finding) => !was.includes(finding)).map((finding) => `+ ${finding}`);
  const amounts = [estimateOf(inForce), estimateOf(other)];
  const isSame = inForce.outcome === other.outcome && amounts[0] === amounts[1];
  if (isSame && gone.length + come.length === 0) return null;
  const estimate = amounts[0] === amounts[1] ? [] : [`estimate ${amounts.join(' → ')}`];
  return `${id}: ${transitionOf(inForce, other)}: ${[...gone, ...come, ...estimate].join(', ')}`;
}

/** Such as `MEETS → FAILS`. */
export function transitionOf(inForce: Replayed, other: Replayed): string {
  return `${inForce.outcome} → ${other.outcome}`;
}

function findingsOf({ findings }: Replayed, places: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set(findings.map((finding) => describe(finding, places)))];
}

function describe({ code, effect, person }: ReplayedFinding, places: ReadonlyMap<string, string>): string {
  const place = person && (places.get(person.id) ?? 'somebody else');
  return `${code} ${effect}${place ? ` (${place})` : ''}`;
}

function estimateOf({ estimate }: Replayed): string {
  return estimate?.monthly ?? estimate?.lumpSum ?? 'none';
}
