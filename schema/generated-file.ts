import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from './package-root';

/** A file of the repository that is made from the code. */
export interface GeneratedFile {
  /** From the root of the package. */
  readonly path: string;
  readonly text: string;
}

/**
 * Writes generated files or, where `check` is true, throws unless they are what would be written.
 * `remedy` is the command that writes them.
 */
export function keepGenerated(files: readonly GeneratedFile[], check: boolean, remedy: string): void {
  for (const { path, text } of files) {
    const place = join(packageRoot, path);
    if (!check) writeFileSync(place, text);
    else if (readIfThere(place) !== text) throw new Error(`${path} is stale: run ${remedy}`);
  }
}

function readIfThere(place: string): string | null {
  try {
    return readFileSync(place, 'utf8');
  } catch {
    return null;
  }
}
