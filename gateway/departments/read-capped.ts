import type { Readable } from 'node:stream';
import { DepartmentFailure } from './department-failure';

/** Reads a body of at most `maxBytes`. Beyond that it stops reading, closes the stream and rejects. */
export async function readCapped(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop destroys the stream.
    if (length > maxBytes) throw new DepartmentFailure('TOO_LARGE');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
