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
