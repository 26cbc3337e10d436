import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { maxSeed } from '../../../subgraphs/sample/sample-options';
import { UsageError } from '../../../subgraphs/sample/usage-error';

export interface HalfYearArguments {
  readonly seed: number;
  readonly keep: string | null;
}

const options = {
  seed: { type: 'string' },
  keep: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** The seed of the half-year that is made where none is given: the year and half of the published table. */
export const defaultSeed = 20181;

/**
 * Reads the command line; `help` where help is asked for.
 * @throws UsageError, one line.
 */
export function halfYearArguments(args: readonly string[]): HalfYearArguments | 'help' {
  const { help, seed, keep } = parsed(args);
  if (help) return 'help';
  if (keep === '') throw new UsageError('--keep: expected a folder');
  return {
    seed: seed === undefined ? defaultSeed : seedOf(seed),
    keep: keep === undefined ? null : resolve(keep),
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [message = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(message.replace(/\.$/, ''));
  }
}

function seedOf(text: string): number {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (seed <= maxSeed) return seed;
  throw new UsageError(`--seed: expected a whole number from 0 to ${maxSeed}`);
}
