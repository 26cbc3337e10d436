import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { sameName } = require('../../../dist/schema/values/person-name.js');

/** Rows by the person whose they are. */
export function byPerson(rows, holder) {
  const held = new Map();
  for (const row of rows) {
    const known = held.get(row[holder]);
    if (known) known.push(row);
    else held.set(row[holder], [row]);
  }
  return held;
}

const none = [];

/**
 * What a registry says of a household's people, as the engine takes it, from the rows of each list by person. The
 * data is fresh and complete, so it is never STALE or UNAVAILABLE.
 */
export function checkOf(registry, lists, people, asOf) {
  const statuses = new Map();
  const told = {};
  for (const name of Object.keys(lists)) told[name] = [];
  let isAsked = false;
  for (const person of people) {
    const asked = person.authorised || registry.withoutAuthorisation;
    isAsked ||= asked;
    statuses.set(person.id, asked ? statusOf(registry, person, lists, told) : 'UNAUTHORISED');
  }
  return { asOf: isAsked ? asOf : null, statuses, ...told };
}

/** How a registry answers for one person, whose rows it puts into the lists of what is told. */
function statusOf({ cityAlone, record }, person, lists, told) {
  let found = 0;
  let shown = 0;
  for (const name of Object.keys(lists)) {
    const rows = lists[name].get(person.id) ?? none;
    const named = rows.filter((row) => isNamed(person, row.name));
    for (const row of named) told[name].push(record ? record(row) : row);
    found += rows.length;
    shown += named.length;
  }
  if (found > shown) return 'IDENTITY_CONFLICT';
  if (found > 0) return 'FOUND';
  return cityAlone && person.elsewhere ? 'NOT_COVERED' : 'NO_RECORD';
}

/** By the name declared or the former one. Most registries write it just so. */
function isNamed({ name, formerName }, carried) {
  return (
    carried === name ||
    carried === formerName ||
    sameName(carried, name) ||
    (formerName !== null && sameName(carried, formerName))
  );
}
