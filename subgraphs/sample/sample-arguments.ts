import { parseArgs } from 'node:util';
import { parseCalendarDate, type CalendarDate } from '../../schema/values/calendar-date';
import { redactIdNumbers } from '../../schema/values/id-number';
import { ValueError } from '../../schema/values/value-error';
import {
  defaultDate,
  defaultSeed,
  firstDate,
  lastDate,
  maxHouseholds,
  maxSeed,
  type SampleOptions,
} from './sample-options';
import { UsageError } from './usage-error';

/** What the command line asks for. */
export interface SampleArguments extends SampleOptions {
  readonly directory: string;
}

const options = {
  households: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  date: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the command line; `help` where help is asked for.
 * @throws UsageError, one line, for what the command does not have or cannot take.
 */
export function sampleArguments(args: readonly string[]): SampleArguments | 'help' {
  const values = parsed(args);
  if (values.help) return 'help';
  if (values.households === undefined) throw new UsageError('--households is missing');
  if (!values.out) throw new UsageError('--out is missing; expected the folder to write to');
  return {
    households: wholeNumber('--households', values.households, 1, maxHouseholds),
    seed: values.seed === undefined ? defaultSeed : wholeNumber('--seed', values.seed, 0, maxSeed),
    date: values.date === undefined ? defaultDate : dateOf(values.date),
    directory: values.out,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    const [message = ''] = (error as Error).message.split(/\. |\n/);
    throw new UsageError(redactIdNumbers(message.replace(/\.$/, '')));
  }
}

function wholeNumber(option: string, text: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option}: expected a whole number from ${least} to ${most}`);
}

function dateOf(text: string): CalendarDate {
  try {
    const date = parseCalendarDate(text);
    if (date >= firstDate && date <= lastDate) return date;
  } catch (error) {
    if (!(error instanceof ValueError)) throw error;
    throw new UsageError(`--date: ${error.message}; expected ${error.expected}`);
  }
  throw new UsageError(`--date: expected a day from ${firstDate} to ${lastDate}`);
}
