/**
 * Whether facts that were read straight from the tables hold all that the graph told, and as many rows. A row may
 * hold more columns than were told, and rows may come in another order.
 */
export function holdsAll(direct, told) {
  if (Array.isArray(told)) {
    if (!Array.isArray(direct) || direct.length !== told.length) return false;
    const [ours, theirs] = [inOrder(direct), inOrder(told)];
    return theirs.every((entry, index) => holdsAll(ours[index], entry));
  }
  if (told instanceof Map) {
    return direct.size === told.size && [...told].every(([key, value]) => direct.get(key) === value);
  }
  if (typeof told !== 'object' || told === null) return Object.is(direct, told);
  if (typeof direct !== 'object' || direct === null) return false;
  return Object.keys(told).every((key) => holdsAll(direct[key], told[key]));
}

/** Rows by their numbers; whatever has none stays in its order. */
function inOrder(entries) {
  return [...entries].sort((a, b) => compare(a?.recordId, b?.recordId));
}

function compare(a, b) {
  return a === undefined || a === b ? 0 : a < b ? -1 : 1;
}
