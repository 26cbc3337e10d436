/**
 * The places where two answers differ, as far as `most` of them. The order of an object's keys does not matter. Where
 * `inAnyOrder`, nor does the order of records, which are told apart by their numbers.
 */
export function differences(one, other, { inAnyOrder = false, most = 5 } = {}) {
  const found = [];
  compare(inAnyOrder ? ordered(one) : one, inAnyOrder ? ordered(other) : other, '');
  return found;

  function compare(a, b, path) {
    if (found.length >= most) return;
    if (!isNested(a) || !isNested(b) || Array.isArray(a) !== Array.isArray(b)) {
      if (!Object.is(a, b)) found.push(`${path}: ${shown(a)} and ${shown(b)}`);
      return;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      compare(a[key], b[key], path === '' ? key : `${path}.${key}`);
    }
  }
}

const isNested = (value) => typeof value === 'object' && value !== null;

const shown = (value) => JSON.stringify(value)?.slice(0, 80) ?? 'nothing';

function ordered(value) {
  if (Array.isArray(value)) {
    const entries = value.map(ordered);
    return entries.every((entry) => isNested(entry) && 'recordId' in entry)
      ? entries.sort((a, b) => (a.recordId < b.recordId ? -1 : a.recordId > b.recordId ? 1 : 0))
      : entries;
  }
  if (!isNested(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, ordered(entry)]));
}
