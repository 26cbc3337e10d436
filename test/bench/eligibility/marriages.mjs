import { byPerson, checkOf } from './check.mjs';

const marriages = {};
const deaths = { withoutAuthorisation: true };

/**
 * The marriages of some persons, and the deaths of others and of everybody to whom they are or were married; with
 * further columns of either, where more is to be told than rules read.
 */
export async function readMarriages({ everybody, authorised, asOf, select, more = {} }) {
  const { ofMarriages = '', ofDeaths = '' } = more;
  const places = authorised.map(() => '?').join(', ');
  const of = (party) =>
    `SELECT ${party}_person_id AS person, ${party}_name AS name, record_id AS recordId, event, ` +
    `registered_on AS registeredOn, party_a_person_id AS partyA, party_b_person_id AS partyB${ofMarriages} ` +
    `FROM marriages WHERE ${party}_person_id IN (${places})`;
  const married = authorised.length
    ? await select('civil-affairs', `${of('party_a')} UNION ALL ${of('party_b')}`, [
        ...authorised,
        ...authorised,
      ])
    : [];
  const sought = [...new Set([...everybody, ...married.flatMap(({ partyA, partyB }) => [partyA, partyB])])];
  const died = await select(
    'civil-affairs',
    `SELECT person_id AS person, name, record_id AS recordId${ofDeaths} FROM deaths ` +
      `WHERE person_id IN (${sought.map(() => '?').join(', ')})`,
    sought,
  );
  const held = { marriages: byPerson(married, 'person'), deaths: byPerson(died, 'person') };
  const [asOfMarriages, asOfDeaths] = [asOf('marriages'), asOf('deaths')];
  return (people) => ({
    marriages: marriagesOf(held, people, asOfMarriages),
    deaths: checkOf(deaths, { records: held.deaths }, people, asOfDeaths),
  });
}

/** A row names two people: whoever of them it names otherwise withholds it from both. */
function marriagesOf(held, people, asOf) {
  const { records, ...check } = checkOf(marriages, { records: held.marriages }, people, asOf);
  const own = new Map(records.map((row) => [row.recordId, row]));
  for (const person of people) {
    if (check.statuses.get(person.id) !== 'IDENTITY_CONFLICT') continue;
    const named = new Set(records.filter((row) => row.person === person.id).map(({ recordId }) => recordId));
    for (const { recordId } of held.marriages.get(person.id)) if (!named.has(recordId)) own.delete(recordId);
  }
  const ids = new Set(people.map(({ id }) => id));
  const party = (id) => ({
    person: ids.has(id) ? id : null,
    inHousehold: ids.has(id),
    deceased: held.deaths.has(id),
  });
  return {
    ...check,
    records: [...own.values()].map(({ person: _person, name: _name, partyA, partyB, ...told }) => ({
      ...told,
      parties: [party(partyA), party(partyB)],
    })),
  };
}
