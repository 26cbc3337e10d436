import type { Session } from '../database/open-database';
import type { ImportContext } from '../registry/column';
import type { Registry } from '../registry/registry';
import { BatchInsert } from '../database/batch-insert';
import { checkRow, type PlacedProblem } from './check-row';
import type { Problem } from './problem';
import type { Header } from './read-header';
import type { FileRow } from './read-rows';
import { Refusal } from './refusal';
import { stagingTables } from './staging-tables';

/** What reading the rows of a file came to. */
export interface Staged {
  /** The rows read, good and bad. */
  readonly rows: number;
  /** Whether the file could not be read to its end. */
  readonly isBroken: boolean;
}

/** Reads rows to their end: the good ones go into the staging table, and all that is wrong into the other. */
export async function stageRows(
  rows: AsyncIterable<FileRow>,
  header: Header,
  registry: Registry,
  session: Session,
  context: ImportContext,
): Promise<Staged> {
  const columns = registry.stored.map(({ name }) => name);
  const good = new BatchInsert(session, stagingTables.rows, ['line', ...columns]);
  const bad = new BatchInsert(session, stagingTables.problems, [
    'line',
    'position',
    'name',
    'what',
    'expected',
  ]);
  const note = ({ line, position, column, what, expected }: PlacedProblem) =>
    bad.add([line ?? null, position, column ?? null, what, expected]);

  let count = 0;
  let isBroken = false;
  try {
    for await (const row of rows) {
      count += 1;
      const { values, problems } = checkRow(row, header, context);
      if (problems.length === 0) good.add([row.line, ...values]);
      else problems.forEach(note);
      if (good.isFull) await good.flush();
      if (bad.isFull) await bad.flush();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    isBroken = true;
    for (const problem of error.problems) note(placed(problem, header));
  }
  await good.flush();
  await bad.flush();
  return { rows: count, isBroken };
}

/** A problem of reading is known by its cell's place alone; the header tells the column. */
function placed(problem: Problem, { fields }: Header): PlacedProblem {
  const field = fields.find(({ position }) => position !== undefined && position === problem.position);
  return { position: 0, ...problem, ...(field ? { column: field.written } : {}) };
}
