import { join } from 'node:path';
import { pino } from 'pino';
import { personKey } from '../../schema/config/keys';
import { packageRoot } from '../../schema/package-root';
import { departments } from '../../subgraphs';
import { keepsRegistries } from '../../subgraphs/runtime/define-subgraph';
import { importFolder } from '../../subgraphs/runtime/import/import-folder';
import { openDepartment } from '../../subgraphs/runtime/serve/open-department';
import { sharedConfig } from './ask-over-http';

/**
 * Imports the sample district into a folder for data, as data of exchange files: no start renews its instant,
 * so that answers stay the same whatever is started when. `staleSince` gives registries an older instant.
 */
export async function importDistrict(
  dataDir: string,
  staleSince: Readonly<Record<string, string>> = {},
): Promise<void> {
  const config = sharedConfig(dataDir);
  const now = new Date();
  for (const subgraph of departments.filter(keepsRegistries)) {
    const opened = await openDepartment(subgraph, { config, logger: pino({ level: 'silent' }) });
    await importFolder({
      directory: join(packageRoot, 'subgraphs', subgraph.name, 'sample'),
      departments: [opened],
      personKey: personKey(config),
      clock: () => now,
      asOf: now,
    });
    for (const { name } of subgraph.registries) {
      const since = staleSince[name];
      if (since === undefined) continue;
      await opened.database.session((session) =>
        session.run('UPDATE registry_state SET as_of = ? WHERE registry = ?', [
          new Date(since).getTime(),
          name,
        ]),
      );
    }
    await opened.close();
  }
}
