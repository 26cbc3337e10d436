import { readFile, stat } from 'node:fs/promises';
import type { Logger } from 'pino';
import { SupergraphRefused } from './supergraph-refused';

export interface FollowOptions {
  /** The file; it should be moved into place whole. */
  readonly path: string;
  /** What is served so far. */
  readonly first: string;
  /** Serves by a text from now on. Rejects where it is none to be served, and then nothing has changed. */
  readonly serve: (sdl: string) => Promise<void>;
  readonly logger: Logger;
  /** How often the file is looked at, in milliseconds; 1,000 where left out. */
  readonly lookEveryMs?: number;
}

/** A supergraph's file that is followed. */
export interface FollowedSupergraph {
  /** Reads the file now. Resolves when what it held is served, or is refused. */
  reload(): Promise<void>;
  /** Looks at the file no more. Resolves when what is being read is served, or is refused. */
  close(): Promise<void>;
}

/**
 * Serves by what a file comes to hold. One that is unreadable, truncated or otherwise no supergraph leaves everything as
 * it is, with a line in the log. A change while one is being read is read after it.
 */
export function followSupergraph(options: FollowOptions): FollowedSupergraph {
  const { path, first, serve, logger, lookEveryMs = 1_000 } = options;
  let served = first;
  /** What was refused is not read again for having been written, but it is where somebody says so. */
  let refused: string | undefined;
  let reading: Promise<void> = Promise.resolve();
  const take = async (sdl: string): Promise<void> => {
    refused = sdl;
    await serve(sdl);
    [served, refused] = [sdl, undefined];
    logger.info('supergraph taken');
  };
  let isClosed = false;
  const read = async (isAskedFor: boolean): Promise<void> => {
    if (isClosed) return;
    try {
      const sdl = await readFile(path, 'utf8');
      if (sdl !== served && (isAskedFor || sdl !== refused)) await take(sdl);
    } catch (error) {
      logger.error({ variable: 'SUPERGRAPH', ...told(error) }, 'supergraph not taken');
    }
  };
  const reload = (isAskedFor: boolean): Promise<void> => (reading = reading.then(() => read(isAskedFor)));
  // Whoever asks the system to be told of changes is not told of all, on a network's disk above all.
  let seen: string | undefined;
  const look = async (): Promise<void> => {
    const state = await stateOf(path);
    const isAnother = state !== seen;
    seen = state;
    if (isAnother) await reload(false);
  };
  const looking = setInterval(() => void look(), lookEveryMs).unref();
  return {
    reload: () => reload(true),
    close: async () => {
      isClosed = true;
      clearInterval(looking);
      await reading;
    },
  };
}

/** By what it is seen whether a file is still the same. */
async function stateOf(path: string): Promise<string> {
  return stat(path).then(
    ({ ino, size, mtimeMs }) => `${ino} ${size} ${mtimeMs}`,
    () => 'none',
  );
}

/** A code and a reason, with nothing of what the file holds. */
function told(error: unknown): { readonly code: string; readonly reason: string } {
  if (error instanceof SupergraphRefused) return { code: error.code, reason: error.message };
  const { code, name } = error as NodeJS.ErrnoException;
  return code === undefined
    ? { code: 'NOT_SERVED', reason: name }
    : { code, reason: 'the file cannot be read' };
}
