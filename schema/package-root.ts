import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder that holds package.json. Files that are data (SDL, samples, dated rules) are read from the
 * source tree at run time, so that compiled and uncompiled code see the same ones.
 */
export const packageRoot = findUpwards(__dirname);

function findUpwards(directory: string): string {
  if (existsSync(join(directory, 'package.json'))) return directory;
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`No package.json above ${__dirname}`);
  return findUpwards(parent);
}
