import { Databases } from './direct/databases.mjs';

/**
 * Households of some sizes, made of the people of others: `npm run sample` makes none of more than six. Gives `count`
 * numbers of households for each size; the district is changed by it, and holds fewer households than before.
 */
export async function withHouseholdsOf(district, sizes, count) {
  const databases = await Databases.open(district.env);
  try {
    const members = await databases.select(
      'civil-affairs',
      "SELECT household_id, person_id FROM members WHERE role = 'MEMBER' ORDER BY household_id, person_id",
      [],
    );
    return await joined(databases, members, sizes, count);
  } finally {
    await databases.close();
  }
}

/** Takes people into a household until it has as many as it should, from one household after another. */
async function joined(databases, members, sizes, count) {
  const byHousehold = new Map();
  for (const { household_id: household, person_id: person } of members) {
    byHousehold.set(household, [...(byHousehold.get(household) ?? []), person]);
  }
  const left = [...byHousehold.keys()];
  const bySize = new Map();
  // The largest first: they need most of what is left.
  for (const size of [...sizes].sort((a, b) => b - a)) {
    const made = [];
    while (made.length < count && left.length > 0) {
      const household = left.shift();
      const people = [...byHousehold.get(household)];
      while (people.length < size && left.length > 0) {
        const donor = left.shift();
        await moveInto(databases, household, donor);
        people.push(...byHousehold.get(donor));
      }
      for (const person of people.slice(size)) await leave(databases, household, person);
      made.push(household);
    }
    bySize.set(size, made);
  }
  return bySize;
}

async function moveInto(databases, household, donor) {
  const run = (sql, values) => databases.select('civil-affairs', sql, values);
  await run(
    "UPDATE members SET household_id = ?, basis = CASE basis WHEN 'APPLICANT' THEN 'CO_RESIDENT_OBLIGOR' ELSE basis END " +
      'WHERE household_id = ?',
    [household, donor],
  );
  const [{ program }] = await run('SELECT program FROM households WHERE household_id = ?', [household]);
  await run('UPDATE authorisations SET household_id = ?, program = ? WHERE household_id = ?', [
    household,
    program,
    donor,
  ]);
}

async function leave(databases, household, person) {
  await databases.select('civil-affairs', 'DELETE FROM members WHERE household_id = ? AND person_id = ?', [
    household,
    person,
  ]);
}
