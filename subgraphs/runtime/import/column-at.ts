import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { maxRowBytes } from './max-row-bytes';

const [quote, comma, lineFeed] = [0x22, 0x2c, 0x0a];

/**
 * The name of the column in whose cell a byte stands that could not be read, as the header row writes it.
 * Undefined where it cannot be told: in the header row, in a row of several lines, under an unknown header.
 */
export async function columnAt(
  path: string,
  offset: number,
  isColumn: (name: string) => boolean,
): Promise<string | undefined> {
  const place = new Place();
  for await (const bytes of bytesBefore(path, offset)) bytes.forEach((byte) => place.pass(byte));
  const { headerEnd, spansLines, cell } = place;
  if (headerEnd === undefined || headerEnd > maxRowBytes || spansLines) return undefined;
  const header: Buffer[] = [];
  for await (const bytes of bytesBefore(path, headerEnd)) header.push(bytes);
  const name = cellsOf(Buffer.concat(header))[cell]?.trim();
  return name !== undefined && isColumn(name) ? name : undefined;
}

/** Follows quotes, commas and line feeds, which are no part of any other character in either encoding. */
class Place {
  headerEnd: number | undefined;
  spansLines = false;
  cell = 0;
  #offset = 0;
  #isQuoted = false;

  pass(byte: number): void {
    this.#offset += 1;
    if (byte === quote) this.#isQuoted = !this.#isQuoted;
    else if (byte === lineFeed && this.#isQuoted) this.spansLines = true;
    else if (byte === lineFeed) this.#endRow();
    else if (byte === comma && !this.#isQuoted) this.cell += 1;
  }

  #endRow(): void {
    this.headerEnd ??= this.#offset;
    this.spansLines = false;
    this.cell = 0;
  }
}

async function* bytesBefore(path: string, offset: number): AsyncGenerator<Buffer> {
  if (offset > 0) yield* createReadStream(path, { end: offset - 1 }) as AsyncIterable<Buffer>;
}

function cellsOf(header: Buffer): readonly string[] {
  const text = decoded(header, 'utf-8') ?? decoded(header, 'gb18030') ?? '';
  return parse(text, { bom: true })[0] ?? [];
}

function decoded(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
