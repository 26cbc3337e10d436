import { mkdirSync, readdirSync } from 'node:fs';
import { exchangeFiles } from './registries';
import { UsageError } from './usage-error';

/** What a file is called until it is whole. */
export const draftSuffix = '.part';

/**
 * Makes the folder where it is missing. One that holds anything but a sample's own files is somebody's, and is
 * left alone.
 * @throws UsageError, one line.
 */
export function openSampleFolder(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true });
  } catch (error) {
    throw new UsageError(`--out: the folder cannot be made (${(error as NodeJS.ErrnoException).code})`);
  }
  const own = new Set(exchangeFiles.flatMap(({ name }) => [name, name + draftSuffix]));
  const others = readdirSync(directory).filter((name) => !own.has(name));
  if (others.length > 0) {
    throw new UsageError(
      `--out: the folder holds ${others.length} other files than exchange files; expected an empty folder, or an earlier sample`,
    );
  }
}
