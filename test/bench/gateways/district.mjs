import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { dropDatabases, makeDistrict } from '../eligibility/district.mjs';
import { built } from './built.mjs';
import { Databases } from './direct/databases.mjs';

/** The sample's households have three people on average. */
const peopleOfHousehold = 3;

export const mysqlServer = process.env.TEST_MYSQL_URL ?? 'mysql://root@127.0.0.1:3306/';

/**
 * A made-up district in databases of its own: `env` is what tells a process where they are. Its data is as of now.
 */
export class District {
  constructor(folder, database, env) {
    this.folder = folder;
    this.database = database;
    this.env = env;
  }

  /** Makes one of so many people, on either database. */
  static make(work, { people, database, name }) {
    const folder = join(work, name);
    const prefix = `bench_${process.pid}_${name.replaceAll('-', '_')}`;
    const env = {
      DATA_DIR: join(folder, 'data'),
      ...(database === 'mariadb' ? { DATABASE_URL: `${mysqlServer}${prefix}` } : {}),
    };
    makeDistrict(join(folder, 'files'), Math.ceil(people / peopleOfHousehold), env);
    return new District(folder, database, { ...env, prefix });
  }

  /** Households that have so many members, in the order of their numbers. */
  async householdsOf(members) {
    const databases = await Databases.open(this.env);
    try {
      const rows = await databases.select(
        'civil-affairs',
        `SELECT household_id FROM members WHERE role = 'MEMBER' GROUP BY household_id HAVING COUNT(*) = ? ` +
          'ORDER BY household_id',
        [members],
      );
      return rows.map((row) => row.household_id);
    } finally {
      await databases.close();
    }
  }

  /** An access token of a role, as the deployment's own development issuer gives it. */
  token(role) {
    const config = built('schema/config/read-config').readConfig(this.env, []);
    return built('schema/config/development-token').developmentToken(config, { role, now: new Date() });
  }

  async drop() {
    if (this.database === 'mariadb') await dropDatabases(mysqlServer, this.env.prefix);
  }
}

/** Households of one size, made of the people of others: `npm run sample` makes none of more than six. */
export async function withHouseholdsOf(district, sizes, count) {
  const databases = await Databases.open(district.env);
  try {
    const donors = await databases.select(
      'civil-affairs',
      "SELECT household_id, person_id FROM members WHERE role = 'MEMBER' ORDER BY household_id, person_id",
      [],
    );
    return await joined(databases, donors, sizes, count);
  } finally {
    await databases.close();
  }
}

/** Takes the people of the first households into `count` of each size, whose numbers it gives by size. */
async function joined(databases, donors, sizes, count) {
  const bySize = new Map();
  const byHousehold = Map.groupBy
    ? Map.groupBy(donors, (row) => row.household_id)
    : donors.reduce(
        (held, row) => held.set(row.household_id, [...(held.get(row.household_id) ?? []), row]),
        new Map(),
      );
  const left = [...byHousehold.keys()];
  for (const size of [...sizes].sort((a, b) => b - a)) {
    const made = [];
    while (made.length < count && left.length > 0) {
      const household = left.shift();
      const people = byHousehold.get(household).map((row) => row.person_id);
      while (people.length < size && left.length > 0) {
        const donor = left.shift();
        const ids = byHousehold.get(donor).map((row) => row.person_id);
        await moveInto(databases, household, donor);
        people.push(...ids);
      }
      for (const id of people.slice(size)) await leave(databases, household, id);
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

/** A second copy of a district in SQLite files, which may be changed. */
export function copyOf(district, work, name) {
  const folder = join(work, name);
  execFileSync('cp', ['-r', district.folder, folder]);
  return new District(folder, 'sqlite', { ...district.env, DATA_DIR: join(folder, 'data') });
}
