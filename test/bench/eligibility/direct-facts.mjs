import { createRequire } from 'node:module';
import { byPerson, checkOf } from './check.mjs';
import { readMarriages } from './marriages.mjs';
import { readHouseholds } from './people.mjs';
import { assets, registrations } from './registry-selects.mjs';

const require = createRequire(import.meta.url);
const { formatInstant } = require('../../../dist/schema/values/instant.js');

const keepers = new Set(
  ['civil-affairs'].concat(
    Object.values({ ...assets, ...registrations }).map(({ department }) => department),
  ),
);

/**
 * Tells since when the data of some registries is true; `more` departments than those that the rules read may be named. A
 * batch asks once: nothing is imported meanwhile.
 */
export async function readStates(select, more = []) {
  const states = await Promise.all(
    [...keepers, ...more].map((department) =>
      select(department, 'SELECT registry, as_of FROM registry_state', []),
    ),
  );
  const instants = new Map(states.flat().map((row) => [row.registry, Number(row.as_of)]));
  return (...registries) =>
    formatInstant(new Date(Math.min(...registries.map((registry) => instants.get(registry)))));
}

/** The facts of a page of households, straight from the tables: as little SQL and as little work as will do. */
export async function directFacts(ids, asOf, select) {
  const page = await readHouseholds(ids, select);
  const everybody = [...new Set(page.flatMap(({ people }) => people.map(({ id }) => id)))];
  const authorised = [
    ...new Set(page.flatMap(({ people }) => people.filter((of) => of.authorised).map(({ id }) => id))),
  ];
  const read = (registries) => readAll(registries, { everybody, authorised, asOf, select });
  const [family, ownAssets, ownRegistrations] = await Promise.all([
    readMarriages({ everybody, authorised, asOf, select }),
    read(assets),
    read(registrations),
  ]);
  return page.map(({ household, people }) => {
    const { id, residence, ...application } = household;
    return {
      id,
      residence,
      application,
      members: people.filter(({ isMember }) => isMember).map(({ declared }) => declared),
      obligors: people.filter(({ isMember }) => !isMember).map(({ declared }) => declared),
      assets: checksOf(ownAssets, people),
      registrations: { ...family(people), ...checksOf(ownRegistrations, people) },
    };
  });
}

function checksOf(held, people) {
  const checks = {};
  for (const { name, registry, lists, asOf } of held) checks[name] = checkOf(registry, lists, people, asOf);
  return checks;
}

function readAll(registries, { everybody, authorised, asOf, select }) {
  return Promise.all(
    Object.entries(registries).map(async ([name, registry]) => {
      const persons = registry.withoutAuthorisation ? everybody : authorised;
      const lists = await Promise.all(
        Object.entries(registry.lists).map(async ([list, sql]) => [
          list,
          byPerson(await rowsOf(registry.department, sql, persons, select), registry.holder),
        ]),
      );
      return { name, registry, lists: Object.fromEntries(lists), asOf: asOf(...registry.registries) };
    }),
  );
}

function rowsOf(department, sql, persons, select) {
  return persons.length > 0 ? select(department, sql(persons.map(() => '?').join(', ')), persons) : [];
}
