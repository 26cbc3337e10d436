import { isAscii } from 'node:buffer';
import { columnAt } from './column-at';
import { lineBlocks, lineFeedsIn, type LineBlock } from './line-blocks';
import type { Problem } from './problem';
import { Refusal } from './refusal';
import { utf8Sequences } from './utf8-sequences';

export type Encoding = 'utf-8' | 'gb18030';

const expected = 'UTF-8 or GB18030';

/**
 * Tells the encoding of a file by all of its bytes. What is not UTF-8 is GB18030, unless most of its longer
 * sequences are UTF-8: then it is UTF-8 with some characters broken, of which GB18030 would make other ones.
 * `isColumn` tells which names of the header row may be shown.
 * @throws Refusal for UTF-16, for a NUL byte, and for bytes that are neither.
 */
export async function encodingOf(path: string, isColumn: (name: string) => boolean): Promise<Encoding> {
  const refuse = async (block: LineBlock, at: number, what: string): Promise<never> => {
    const column = await columnAt(path, block.offset + at, isColumn);
    const line = block.line + lineFeedsIn(block.bytes.subarray(0, at));
    throw new Refusal({ line, what, expected, ...(column === undefined ? {} : { column }) });
  };

  let [long, wrong] = [0, 0];
  let broken: { block: LineBlock; at: number } | undefined;
  for await (const block of lineBlocks(path)) {
    if (block.line === 1 && isUtf16(block.bytes)) throw new Refusal(utf16);
    const nul = block.bytes.indexOf(0);
    if (nul !== -1) await refuse(block, nul, 'there is a NUL byte, which no text has');
    if (isAscii(block.bytes)) continue;
    const sequences = utf8Sequences(block.bytes);
    long += sequences.long;
    wrong += sequences.wrong;
    if (sequences.firstWrong !== undefined) broken ??= { block, at: sequences.firstWrong };
  }
  if (!broken) return 'utf-8';
  if (long > wrong) await refuse(broken.block, broken.at, 'a character is broken in a file of UTF-8');
  for await (const block of lineBlocks(path)) {
    const at = firstNotGb18030(block.bytes);
    if (at !== undefined) await refuse(block, at, 'the bytes are neither UTF-8 nor GB18030');
  }
  return 'gb18030';
}

const utf16: Problem = { line: 1, what: 'the file is in UTF-16', expected };

function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

/** The first byte that is not GB18030, of bytes that begin and end between characters. */
function firstNotGb18030(bytes: Buffer): number | undefined {
  if (isGb18030(bytes)) return undefined;
  let begin = 0;
  for (let end = lineEnd(bytes, begin); isGb18030(bytes.subarray(begin, end)); end = lineEnd(bytes, begin)) {
    begin = end;
  }
  const decoder = new TextDecoder('gb18030', { fatal: true });
  for (let at = begin; at < bytes.length; at += 1) {
    try {
      decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    } catch {
      return at;
    }
  }
  return bytes.length - 1;
}

function lineEnd(bytes: Buffer, begin: number): number {
  return bytes.indexOf(0x0a, begin) + 1 || bytes.length;
}

function isGb18030(bytes: Buffer): boolean {
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
