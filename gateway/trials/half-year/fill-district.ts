import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { personKey } from '../../../schema/config/keys';
import { importFolder } from '../../../subgraphs/runtime/import/import-folder';
import type { Household } from '../../../subgraphs/sample/household';
import { exchangeFiles } from '../../../subgraphs/sample/registries';
import { writeHouseholds } from '../../../subgraphs/sample/write-district';
import type { EmptyDistrict } from './open-district';

/**
 * Lets the registries hold what they know of these families, by the importer. Nobody has authorised anything yet: that is
 * done when their application is taken up. The data is a sample's, so that `npm start` keeps it fresh.
 */
export async function fillDistrict(
  { config, kept, clock }: Pick<EmptyDistrict, 'config' | 'kept' | 'clock'>,
  families: readonly Household[],
): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'half-year-exchange-'));
  try {
    writeHouseholds(directory, families);
    for (const { name, columns } of exchangeFiles.filter((file) => file.name === 'authorisations.csv')) {
      writeFileSync(join(directory, name), `${columns.join(',')}\n`);
    }
    const options = { personKey: personKey(config), clock: clock.now, asOf: clock.now() };
    const reports = await importFolder({ ...options, directory, departments: kept, source: 'sample' });
    const refused = reports.filter(({ isFilled }) => !isFilled).map(({ file }) => file);
    if (refused.length > 0) throw new Error(`The district was refused: ${refused.join(', ')}`);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
