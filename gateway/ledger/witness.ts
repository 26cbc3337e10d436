import { createReadStream } from 'node:fs';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';

/**
 * The signed heads in a file outside the database, a line of JSON each: whoever puts the database back to an older
 * state does not put this file back with it.
 */
export class Witness {
  readonly #file: FileHandle;
  /** Heads that could not be appended yet. */
  #waiting: string[] = [];

  private constructor(file: FileHandle) {
    this.#file = file;
  }

  static async open(path: string): Promise<Witness> {
    await mkdir(dirname(path), { recursive: true });
    const file = await open(path, 'a+', 0o640);
    const { size } = await file.stat();
    // A process that ended inside a line must not take the next one with it.
    if (size > 0) {
      const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1);
      if (buffer.toString() !== '\n') await file.write('\n');
    }
    return new Witness(file);
  }

  /** Appends a head, and those that failed before it. Throws where the file takes none; they are kept for the next time. */
  async append(head: string): Promise<void> {
    this.#waiting.push(head);
    const lines = this.#waiting.map((waiting) => `${JSON.stringify({ head: waiting })}\n`);
    // One write of a whole line each: processes that share the file do not mix within a line.
    await this.#file.appendFile(lines.join(''));
    await this.#file.sync();
    this.#waiting = [];
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** The heads of a witness file with the number of the line; null where a line is none. Throws where there is no file. */
export async function* readWitness(path: string): AsyncGenerator<{ line: number; head: string | null }> {
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text !== '') yield { line, head: headOf(text) };
  }
}

function headOf(text: string): string | null {
  try {
    const { head } = JSON.parse(text) as { head?: unknown };
    return typeof head === 'string' ? head : null;
  } catch {
    return null;
  }
}
