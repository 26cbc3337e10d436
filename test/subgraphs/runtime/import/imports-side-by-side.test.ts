import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../../schema/package-root';
import { publicSecurity } from '../../../../subgraphs/public-security';
import { databaseSettings } from '../../../../subgraphs/runtime/database/database-settings';
import { openDatabase, type Database } from '../../../../subgraphs/runtime/database/open-database';
import { databaseKinds, testDatabases } from '../../../support/databases';
import { csv, vehicle } from './exchange-rows';

jest.setTimeout(120_000);

const script = 'dist/subgraphs/runtime/cli/import.js';

describe.each(databaseKinds)('On %s, each in a process of its own,', (kind) => {
  const databases = testDatabases(kind);
  const folder = mkdtempSync(join(tmpdir(), 'exchange-'));
  let database: Database | undefined;
  beforeAll(async () => {
    database = await openDatabase({
      ...publicSecurity,
      settings: databaseSettings(databases.config, publicSecurity.name),
    });
  });
  afterAll(async () => {
    await database?.close();
    await databases.remove();
    rmSync(folder, { recursive: true });
  });

  /** A folder with a file of so many vehicles, all of one brand. */
  function layVehicles(brand: string, count: number): string {
    const directory = join(folder, brand);
    mkdirSync(directory);
    const rows = Array.from({ length: count }, (_, at) =>
      vehicle({ record_id: `${brand}-${at}`, brand_model: brand }),
    );
    writeFileSync(join(directory, 'vehicles.csv'), csv(...rows));
    return directory;
  }

  function start(directory: string, ...args: string[]) {
    const { PATH = '' } = process.env;
    return spawn(process.execPath, [script, directory, ...args], {
      cwd: packageRoot,
      env: { PATH, ...databases.env },
      stdio: 'ignore',
    });
  }

  async function finish(directory: string, ...args: string[]): Promise<void> {
    const [status] = (await once(start(directory, ...args), 'exit')) as [number | null];
    expect(status).toBe(0);
  }

  /** How many rows of which brand the registry holds; it states as many as it holds. */
  async function held(): Promise<Record<string, number>> {
    const rows = await database!.select(
      'SELECT brand_model, COUNT(*) AS held FROM vehicles GROUP BY brand_model',
    );
    const byBrand = Object.fromEntries(rows.map((row) => [String(row['brand_model']), Number(row['held'])]));
    const [state] = await database!.select('SELECT records FROM registry_state');
    expect(Number(state?.['records'])).toBe(Object.values(byBrand).reduce((sum, count) => sum + count, 0));
    return byBrand;
  }

  test('imports into one registry come one after the other', async () => {
    const brands = { one: 1000, two: 2000, three: 3000 };
    const folders = Object.entries(brands).map(([brand, count]) => layVehicles(brand, count));
    await Promise.all(folders.map((directory) => finish(directory, '--replace')));
    const [brand, ...others] = Object.entries(await held());
    expect(others).toEqual([]);
    expect(Object.entries(brands)).toContainEqual(brand);

    await Promise.all(folders.map((directory) => finish(directory)));
    expect(await held()).toEqual(brands);
  });
});
