import type { AccessEntry } from './access-entry';

/**
 * An entry without the households that lie in none of these divisions. A reader who is limited to them sees no entry
 * with one known to lie elsewhere: what is left out are those whose division no answer told.
 */
export function shownWithin(entry: AccessEntry, divisions: readonly string[]): AccessEntry {
  const isShown = ({ division }: AccessEntry['households'][number]) =>
    division !== null && divisions.some((code) => division.startsWith(code));
  const households = entry.households.filter(isShown);
  if (households.length === entry.households.length) return entry;
  const shownIndices = new Map<number, number>();
  entry.households.forEach((household, index) => {
    if (isShown(household)) shownIndices.set(index, shownIndices.size);
  });
  const shown = (indices: readonly number[]) => indices.flatMap((index) => shownIndices.get(index) ?? []);
  // A status of none of them would tell that there was another one.
  const registries = entry.registries.flatMap(({ name, statuses }) => {
    const left = statuses
      .map(({ status, households: indices }) => ({ status, households: shown(indices) }))
      .filter(({ households: indices }) => indices.length > 0);
    return left.length > 0 ? [{ name, statuses: left }] : [];
  });
  return { ...entry, households, registries };
}
