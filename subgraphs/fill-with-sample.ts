import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personKey } from '../schema/config/keys';
import type { Config } from '../schema/config/read-config';
import { packageRoot } from '../schema/package-root';
import { keepsRegistries } from './runtime/define-subgraph';
import { importFolder, type FolderOptions, type ImportDepartment } from './runtime/import/import-folder';
import type { OpenDepartment } from './runtime/serve/open-department';
import { defaultDate, defaultSeed } from './sample/sample-options';
import { writeDistrict } from './sample/write-district';

/** How many made-up households stand beside the hand-written ones. */
const households = 200;

/**
 * Gives a development machine a district to look at: each department whose registries hold nothing yet is filled from the
 * hand-written families in its `sample` folder and from a generated district, which is the same in every
 * process. Sample data is as of now at every start, or it would be STALE the next day; imported data is never
 * touched.
 */
export async function fillWithSample(
  departments: readonly Pick<OpenDepartment, 'subgraph' | 'database'>[],
  config: Config,
  now: Date = new Date(),
): Promise<void> {
  const kept = departments.filter(({ subgraph }) => keepsRegistries(subgraph));
  const empty = [];
  for (const department of kept) {
    const filled = await department.database.select('SELECT registry FROM registry_state');
    if (filled.length === 0) empty.push(department);
  }
  if (empty.length > 0) await fill(empty, personKey(config), now);
  for (const { database } of kept) {
    await database.session((session) =>
      session.run(`UPDATE registry_state SET as_of = ? WHERE source = 'sample'`, [now.getTime()]),
    );
  }
}

async function fill(departments: readonly ImportDepartment[], key: Uint8Array, now: Date): Promise<void> {
  const options = { personKey: key, asOf: now, clock: () => now, source: 'sample' } as const;
  const district = mkdtempSync(join(tmpdir(), 'household-sample-'));
  try {
    writeDistrict({ directory: district, households, seed: defaultSeed, date: defaultDate });
    for (const { subgraph } of departments) {
      const own = join(packageRoot, 'subgraphs', subgraph.name, 'sample');
      if (existsSync(own)) await take({ ...options, directory: own, departments });
    }
    await take({ ...options, directory: district, departments });
  } finally {
    rmSync(district, { recursive: true });
  }
}

/** A sample that does not fit its registries is a defect; files of departments that answer elsewhere are not. */
async function take(options: FolderOptions): Promise<void> {
  const reports = await importFolder(options);
  const refused = reports.filter(({ department, isFilled }) => department !== undefined && !isFilled);
  if (refused.length > 0)
    throw new Error(`The sample was refused: ${refused.map(({ file }) => file).join(', ')}`);
}
