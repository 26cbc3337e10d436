import type { DatabaseSettings } from '../database/database-settings';
import type { Session } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { FileReport } from './file-report';
import { fillRegistry, type Filling } from './fill-registry';
import { inTurn } from './in-turn';
import type { Header } from './read-header';
import type { FileRow } from './read-rows';
import { stageRows } from './stage-rows';
import { countProblems, firstProblems, noteMissingReferences, noteRepeatedKeys } from './staged-problems';

/** How many problems a report holds; the rest are counted. */
const toldProblems = 100;

/** Where rows go. */
export interface Destination {
  readonly session: Session;
  readonly dialect: DatabaseSettings['dialect'];
  readonly registry: Registry;
  readonly personKey: Uint8Array;
  /** Called when the rows are checked, for the time at which the registry is filled. */
  readonly filling: () => Filling;
  readonly keepGood: boolean;
}

type Taken = Pick<FileReport, 'rows' | 'written' | 'isFilled' | 'problems' | 'problemCount'>;

/**
 * Checks rows by way of the staging tables, and fills the registry with them where all are good, or with the
 * good ones where those are to be kept.
 */
export async function takeRows(
  rows: AsyncIterable<FileRow>,
  header: Header,
  { session, dialect, registry, personKey, filling, keepGood }: Destination,
): Promise<Taken> {
  const staged = await stageRows(rows, header, registry, session, { personKey });
  if (!staged.isBroken) await noteRepeatedKeys(session, registry, header);
  const isFilled = await inTurn(session, dialect, async () => {
    if (staged.isBroken) return false;
    await noteMissingReferences(session, registry, header);
    const { problems } = await countProblems(session);
    if (problems > 0 && !keepGood) return false;
    await fillRegistry(session, dialect, registry, filling());
    return true;
  });
  const bad = await countProblems(session);
  return {
    rows: staged.rows,
    written: isFilled ? staged.rows - bad.rows : 0,
    isFilled,
    problems: await firstProblems(session, toldProblems),
    problemCount: bad.problems,
  };
}
