import { createReadStream } from 'node:fs';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from './encoding-of';
import { maxRowBytes, rowTooLong } from './max-row-bytes';
import { Refusal } from './refusal';

/** A row of a file, the header row too. */
export interface FileRow {
  /** The line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the rows of a CSV file (RFC 4180, lines ending in CRLF or LF) as they come, holding few at a time.
 * Empty lines are passed over. `onBytes` is told how many bytes have been read.
 * @throws Refusal where quotes do not match or a row is too long: where the next row begins is anybody's guess.
 */
export async function* readRows(
  path: string,
  encoding: Encoding,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<FileRow, void, undefined> {
  let rows: FileRow[] = [];
  let line = 1;
  const parser = parse({
    bom: true,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    max_record_size: maxRowBytes,
    // Rows that the parser hands on as a stream are lost where it fails soon after.
    on_record: (cells: string[]) => {
      if (cells.length > 1 || cells[0] !== '') rows.push({ line, cells });
      line += 1 + lineFeedsIn(cells);
      return null;
    },
  });
  parser.on('error', () => undefined); // The callback below is told of it too.
  const feed = (bytes: Buffer | string | null) =>
    new Promise<Error | null | undefined>((resolve) => {
      if (bytes === null) parser.end(resolve);
      else parser.write(bytes, resolve);
    });

  for await (const bytes of portions(path, encoding, onBytes)) {
    const error = await feed(bytes);
    const complete = rows;
    rows = [];
    yield* complete;
    if (error) throw error instanceof CsvError ? refusalOf(error, line) : error;
  }
}

/** The file in UTF-8, a portion at a time, and null for its end. */
async function* portions(
  path: string,
  encoding: Encoding,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer | string | null, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    onBytes(chunk.length);
    if (encoding === 'utf-8') yield chunk;
    else yield decoder.decode(chunk, { stream: true });
  }
  if (encoding !== 'utf-8') yield decoder.decode();
  yield null;
}

/** The parser's own message holds what the cell holds, and is dropped. */
function refusalOf(error: CsvError, line: number): Refusal {
  const cell: unknown = error['column'];
  const place = { line, ...(typeof cell === 'number' ? { position: cell } : {}) };
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new Refusal({ ...place, ...rowTooLong });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new Refusal({ ...place, what: 'a quote is never closed', expected: 'quotes in pairs' });
  }
  return new Refusal({
    ...place,
    what: 'a quote stands inside a cell',
    expected: 'a cell with a quote in it to be quoted whole, with that quote written twice',
  });
}

function lineFeedsIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1;
  }
  return count;
}
