import type { Readable } from 'node:stream';

/** Reads a body of at most `maxBytes`. Beyond that it stops reading, closes the stream and rejects with the code TOO_LARGE. */
export async function readCapped(body: Readable, maxBytes: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Leaving the loop destroys the stream.
    if (length > maxBytes) throw Object.assign(new Error('the body is too long'), { code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
