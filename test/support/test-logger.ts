import { createWriteStream } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino, type Logger } from 'pino';

/** The log of everything that runs in a test process; the canary reads it. */
export const testLogger: Logger = pino(
  { level: 'debug' },
  createWriteStream(join(process.env['TEST_OUTPUT_DIR'] ?? tmpdir(), `graph-${process.pid}.log`), {
    flags: 'a',
  }),
);
