import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';
import { personKey } from '../../schema/config/keys';
import { readConfig } from '../../schema/config/read-config';
import { personIdOf, type PersonId } from '../../schema/values/person-id';
import type { IdNumber } from '../../schema/values/id-number';
import { departments } from '../../subgraphs';
import { openGraph } from '../main';
import { askerOf, type Ask } from './ask-eligibility';
import { caseFiller } from './fill-case';
import type { Case } from './read-case';
import { silenced } from './silence';

/** The whole graph over databases of its own, in which cases are played one after the other. */
export interface Trial {
  /**
   * Lets the registries hold what a case says, keeps its silent ones silent, and runs `work` meanwhile.
   * @throws UnreadableCase where the importer refuses a row.
   */
  play<T>(of: Case, work: () => Promise<T>): Promise<T>;
  readonly ask: Ask;
  personId(number: IdNumber): PersonId;
  close(): Promise<void>;
}

/**
 * Cases are about what an answer says, not how long it takes or how many there are: a busy machine must not make
 * registries UNAVAILABLE.
 */
const patience = {
  REQUEST_DEADLINE_MS: '60000',
  DEPARTMENT_DEADLINE_MS: '30000',
  ASSISTANCE_HOUSEHOLDS_PER_HOUR: '10000000',
};

/** Opens a graph at the real clock over embedded databases in a folder that `close` removes. */
export async function openTrial({
  logger = pino({ level: 'silent' }),
}: { logger?: Logger } = {}): Promise<Trial> {
  const folder = mkdtempSync(join(tmpdir(), 'trial-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const names = departments.map(({ name }) => name);
    const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent', ...patience }, names);
    const graph = await openGraph({ config, logger });
    const key = personKey(config);
    const kept = graph.departments.filter(({ subgraph }) => subgraph.registries.length > 0);
    const fill = caseFiller({ departments: kept, personKey: key, directory: folder });
    return {
      play: async (of, work) => {
        await fill(of);
        return silenced(kept, of.silent, work);
      },
      ask: await askerOf(graph, config, logger),
      personId: (number) => personIdOf(number, key),
      close: async () => {
        await graph.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
