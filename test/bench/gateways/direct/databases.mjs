import { built } from '../built.mjs';

const { connectDatabase } = built('subgraphs/runtime/database/connect-database');
const { databaseSettings } = built('subgraphs/runtime/database/database-settings');
const { keepsRegistries } = built('subgraphs/runtime/define-subgraph');
const { readConfig } = built('schema/config/read-config');
const { departments } = built('subgraphs/index');

/** The departments' databases as they stand, without the departments. */
export class Databases {
  #byDepartment;

  constructor(byDepartment) {
    this.#byDepartment = byDepartment;
  }

  static async open(env) {
    const config = readConfig(
      env,
      departments.map(({ name }) => name),
    );
    const open = departments.filter(keepsRegistries).map(async ({ name }) => {
      const settings = databaseSettings(config, name);
      return [name, await connectDatabase({ settings, migrations: [], asItStands: true })];
    });
    return new Databases(new Map(await Promise.all(open)));
  }

  select = (department, sql, values) => this.#byDepartment.get(department).select(sql, values);

  async close() {
    await Promise.all([...this.#byDepartment.values()].map((database) => database.close()));
  }
}
