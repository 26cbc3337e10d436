import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { JWTVerifyGetKey } from 'jose';

/** How often a file is looked at, at most, and read anew for a key that is not in it. */
const lookEveryMs = 2000;

export interface KeyFileOptions {
  readonly path: string;
  /** Makes keys of the file's text; throws where it holds none. */
  readonly read: (text: string) => JWTVerifyGetKey;
  /** Told a code where a changed file cannot be read, once for each change. */
  readonly onTrouble: (code: string) => void;
  /** Milliseconds of any clock. */
  readonly now?: () => number;
}

/**
 * The keys of a file, which may change while they are used: what is put in holds, and what is taken out does so no
 * longer, within seconds. A file that is gone or holds no keys leaves the last good ones in force. Throws where there
 * are none to begin with.
 */
export function keyFile(options: KeyFileOptions): JWTVerifyGetKey {
  const { path, read, now = () => performance.now() } = options;
  let keys = read(readFileSync(path, 'utf8'));
  let lookedAt = now();
  let readAnewAt = Number.NEGATIVE_INFINITY;
  let seen: string | undefined;
  let troubled: string | undefined;

  /** Reads the file where it is another than before, or in any case. */
  const look = async (inAnyCase: boolean): Promise<void> => {
    lookedAt = now();
    let version = 'absent';
    try {
      const { mtimeMs, size, ino } = await stat(path);
      version = `${mtimeMs} ${size} ${ino}`;
      if (version !== seen || inAnyCase) keys = read(await readFile(path, 'utf8'));
      seen = version;
      troubled = undefined;
    } catch (error) {
      // It may be half written: what cannot be read is looked at again, and complained of once.
      if (version !== troubled) options.onTrouble((error as { code?: string }).code ?? 'MALFORMED');
      troubled = version;
    }
  };

  let looking: Promise<void> | undefined;
  const lookOnce = (inAnyCase: boolean): Promise<void> =>
    (looking ??= look(inAnyCase).finally(() => (looking = undefined)));

  return async (header, token) => {
    if (looking || now() - lookedAt >= lookEveryMs) await lookOnce(false);
    try {
      return await keys(header, token);
    } catch (error) {
      // Whoever signs by unknown keys must not have the file read at their pace.
      const mayRead = looking !== undefined || now() - readAnewAt >= lookEveryMs;
      if ((error as { code?: string }).code !== 'ERR_JWKS_NO_MATCHING_KEY' || !mayRead) throw error;
      if (!looking) readAnewAt = now();
      await lookOnce(true);
      return keys(header, token);
    }
  };
}
