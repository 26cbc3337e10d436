import { createReadStream } from 'node:fs';
import { maxRowBytes, rowTooLong } from './max-row-bytes';
import { Refusal } from './refusal';

const lineFeed = 0x0a;
const blockBytes = 256 * 1024;

/** Some whole lines of a file. */
export interface LineBlock {
  readonly bytes: Buffer;
  /** Where the block begins in the file. */
  readonly offset: number;
  /** The number of its first line. */
  readonly line: number;
}

/**
 * Reads a file in blocks that end with a line, so that no character is cut in two: neither UTF-8 nor GB18030
 * has a line feed inside a character.
 * @throws Refusal for a line longer than any row may be.
 */
export async function* lineBlocks(path: string): AsyncGenerator<LineBlock, void, undefined> {
  let begun: Buffer = Buffer.alloc(0);
  let [offset, line] = [0, 1];
  for await (const chunk of createReadStream(path, { highWaterMark: blockBytes })) {
    const held = Buffer.concat([begun, chunk as Buffer]);
    const end = held.lastIndexOf(lineFeed) + 1;
    const bytes = held.subarray(0, end);
    if (end > 0) yield { bytes, offset, line };
    begun = held.subarray(end);
    offset += end;
    line += lineFeedsIn(bytes);
    // Loose on purpose: quotes and commas do not count for a row, and GB18030 can take twice the bytes.
    if (begun.length > 4 * maxRowBytes) throw new Refusal({ line, ...rowTooLong });
  }
  if (begun.length > 0) yield { bytes: begun, offset, line };
}

export function lineFeedsIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(lineFeed); at !== -1; at = bytes.indexOf(lineFeed, at + 1)) count += 1;
  return count;
}
