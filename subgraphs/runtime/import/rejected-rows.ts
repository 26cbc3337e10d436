import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import type { Session } from '../database/open-database';
import { describeRowProblem } from './describe-problem';
import type { FileRow } from './read-rows';
import { problemsBetween } from './staged-problems';

/** How many lines' problems are held at a time. */
const window = 1000;

/** Where the rejected rows of `vehicles.csv` go: `vehicles.rejected.csv`. */
export function rejectedFile(path: string): string {
  return path.replace(/\.csv$/, '.rejected.csv');
}

/**
 * Writes the rows that have a problem, as they stand in the file, under its header and with a last column
 * `reason`. The file holds persons' data, and is its owner's alone to read.
 */
export async function writeRejectedRows(
  path: string,
  rows: AsyncIterable<FileRow>,
  session: Session,
): Promise<void> {
  const draft = `${path}.part`;
  try {
    await pipeline(
      Readable.from(rejected(rows, session)),
      // The mark tells spreadsheets that it is UTF-8.
      stringify({ bom: true, record_delimiter: 'windows' }),
      createWriteStream(draft, { mode: 0o600 }),
    );
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
  }
}

async function* rejected(rows: AsyncIterable<FileRow>, session: Session): AsyncGenerator<readonly string[]> {
  let width: number | undefined;
  let last = 0;
  const reasons = new Map<number, string[]>();
  for await (const { line, cells } of rows) {
    if (width === undefined) {
      width = cells.length;
      yield [...cells, 'reason'];
      continue;
    }
    if (line > last) {
      reasons.clear();
      const after = last;
      last = line + window;
      for (const problem of await problemsBetween(session, after, last)) {
        const of = problem.line ?? 0;
        reasons.set(of, [...(reasons.get(of) ?? []), describeRowProblem(problem)]);
      }
    }
    const found = reasons.get(line);
    if (found) yield withReason(cells, width, found.join('; '));
  }
}

/** Cells that the header has no name for stand behind the reason. */
function withReason(cells: readonly string[], width: number, reason: string): string[] {
  const named = Array.from({ length: width }, (_, at) => cells[at] ?? '');
  return [...named, reason, ...cells.slice(width)];
}
