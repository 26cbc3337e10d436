import { parseArgs } from 'node:util';
import { redactIdNumbers } from '../../../schema/values/id-number';
import { parseInstant } from '../../../schema/values/instant';
import { ValueError } from '../../../schema/values/value-error';
import { UsageError } from './usage-error';

/** What the command line asks for. */
export interface ImportArguments {
  readonly directory: string;
  readonly asOf: Date | undefined;
  readonly replace: boolean;
  readonly keepGood: boolean;
}

const options = {
  'as-of': { type: 'string' },
  replace: { type: 'boolean' },
  'keep-good': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the command line; `help` where help is asked for.
 * @throws UsageError, one line, for what the command does not have or cannot take.
 */
export function importArguments(args: readonly string[], now: Date): ImportArguments | 'help' {
  const { values, positionals } = parsed(args);
  if (values.help) return 'help';
  const [directory, ...others] = positionals;
  if (!directory || others.length > 0) {
    throw new UsageError(`${positionals.length} folders are given; expected one with exchange files`);
  }
  return {
    directory,
    asOf: values['as-of'] === undefined ? undefined : asOfOf(values['as-of'], now),
    replace: values.replace ?? false,
    keepGood: values['keep-good'] ?? false,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    const [message = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(redactIdNumbers(message.replace(/\.$/, '')));
  }
}

function asOfOf(text: string, now: Date): Date {
  try {
    const instant = parseInstant(text);
    if (instant <= now) return instant;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new UsageError(`--as-of: ${error.message}; expected ${error.expected}`);
  }
  throw new UsageError('--as-of: the instant is in the future; expected one that is past');
}
