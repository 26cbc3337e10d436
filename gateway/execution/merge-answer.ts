import type { Places } from './places';

/** An object of an answer. */
export type Told = Readonly<Record<string, unknown>>;

/** An object that belongs to one request and that answers are added to. */
export type Gathered = Record<string, unknown>;

export function isTold(value: unknown): value is Told {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Adds an answer to an object of the request. What both have is merged as Apollo does: objects field by field, lists of
 * one length item by item, and of all else the answer's holds. The answer itself is never written to, for others may
 * have been given the same: where a later fetch adds to one of its objects (`places`), the request gets its own.
 */
export function mergeAnswer(into: Gathered, told: Told, places?: Places): void {
  for (const name of Object.keys(told)) {
    const value = told[name];
    // Nobody can have asked for the latter: see isPlainName.
    if (value === undefined || name === '__proto__') continue;
    into[name] = merged(into[name], value, places?.get(name));
  }
}

function merged(known: unknown, told: unknown, places: Places | undefined): unknown {
  if (isTold(known) && isTold(told)) {
    const into = places ? (known as Gathered) : { ...known };
    mergeAnswer(into, told, places);
    return into;
  }
  if (Array.isArray(known) && Array.isArray(told) && known.length === told.length) {
    return mergedList(known, told, places);
  }
  return places ? ownedCopy(told, places) : told;
}

function mergedList(known: unknown[], told: readonly unknown[], places: Places | undefined): unknown[] {
  const into = places ? known : [...known];
  told.forEach((item, index) => {
    into[index] =
      isTold(into[index]) && isTold(item) ? merged(into[index], item, places) : ownedCopy(item, places);
  });
  return into;
}

function ownedCopy(told: unknown, places: Places | undefined): unknown {
  if (!places) return told;
  if (Array.isArray(told)) return told.map((item) => ownedCopy(item, places));
  if (!isTold(told)) return told;
  const copy = { ...told };
  for (const [name, below] of places) {
    if (typeof copy[name] === 'object') copy[name] = ownedCopy(copy[name], below);
  }
  return copy;
}
