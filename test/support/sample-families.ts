import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';
import type { Registries } from './exchange-files';

/** What every department's sample says of the hand-written families. */
export function sampleFamilies(): Registries {
  return Object.fromEntries(
    departments.flatMap(({ name }) => {
      const folder = join(packageRoot, 'subgraphs', name, 'sample');
      const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.csv')) : [];
      return files.map((file) => [
        file.replace(/\.csv$/, ''),
        parse<Record<string, string>>(readFileSync(join(folder, file)), { columns: true, bom: true }),
      ]);
    }),
  );
}
