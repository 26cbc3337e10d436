import { z } from 'zod';
import { isCalendarDate, parseCalendarDate, type CalendarDate } from '../../../schema/values/calendar-date';
import { ValueError } from '../../../schema/values/value-error';
import { parseYearMonth, type YearMonth } from '../../../schema/values/year-month';
import { formatYuan, parseYuan, type Fen } from '../../../schema/values/yuan';

/**
 * The forms of values in a policy file. Each tells what is wrong, a comma, and what is expected: whoever writes such a
 * file is no programmer.
 */

/** What is told of a value that is not there, or is of another kind. */
export function telling(wrong: string, expected: string) {
  return {
    error: ({ input }: { readonly input?: unknown }) =>
      `${input === undefined ? 'it is missing' : wrong}, expected ${expected}`,
  };
}

/** A mapping with these keys and no other. `key` is what a key stands for, `known` the list of all of them. */
export function mapping<S extends z.core.$ZodLooseShape>(
  shape: S,
  key = 'key',
  known = Object.keys(shape).join(', '),
) {
  return z.strictObject(shape, tellingOfKeys(key, known));
}

/** What is told of a mapping that is none, and of each key that is too much. */
export function tellingOfKeys(key: string, known: string) {
  const { error } = telling('it is no mapping', `a mapping of ${known}`);
  return {
    error: (issue: { readonly code?: string; readonly input?: unknown }) =>
      issue.code === 'unrecognized_keys' ? `there is no such ${key}, expected one of ${known}` : error(issue),
  };
}

/** A value that may be left out: null then. */
export function optional<T>(form: z.ZodType<T>) {
  return form.optional().transform((value) => value ?? null);
}

export function oneOf<const W extends string>(words: readonly W[], what: string, known = words.join(', ')) {
  return z.enum(words, telling(`there is no such ${what}`, `one of ${known}`));
}

export const text = z.string(telling('it is no text', 'a text')).regex(/\S/, 'it is empty, expected a text');

/** False where it is left out. */
export const flag = z.boolean(telling('it is neither', 'true or false')).default(false);

export const wholeNumber = z
  .number(telling('it is no number', 'a whole number'))
  .refine(
    (value) => Number.isInteger(value) && value >= 0,
    'it is no whole number, expected one of 0 or more',
  );

export const measure = z
  .number(telling('it is no number', 'a number above 0'))
  .positive('it is not above 0, expected a number above 0');

/** A code of a registry, such as M21; `form` is all that it may be. */
export function code(form: RegExp, expected: string) {
  return z.string(telling('it is no text', expected)).regex(form, `it is no such code, expected ${expected}`);
}

export function list<T>(form: z.ZodType<T>) {
  return z.array(form, telling('it is no list', 'a list'));
}

/** A list that says something. */
export function listOfSome<T>(form: z.ZodType<T>) {
  return list(form).min(1, 'it is empty, expected one entry or more');
}

export const day = parsed<CalendarDate>('a day as YYYY-MM-DD', (written) => {
  const date = parseCalendarDate(written);
  if (!isCalendarDate(written)) throw new ValueError('it is written in another form', '');
  return date;
});

export const month = parsed<YearMonth>('a month as YYYY-MM', parseYearMonth);

/** Both decimals have to be there, so that a point that was left out or moved is seen. */
export const yuan = parsed<Fen>("an amount of yuan in quotes such as '546.00'", (written) => {
  const fen = parseYuan(written);
  if (formatYuan(fen) !== written) throw new ValueError('it is written in another form', '');
  return fen;
});

function parsed<T>(expected: string, parse: (written: string) => T) {
  return z.string(telling('it is no text', expected)).transform((written, context) => {
    try {
      return parse(written);
    } catch (error) {
      if (!(error instanceof ValueError)) throw error;
      context.addIssue({ code: 'custom', message: `${error.message}, expected ${expected}` });
      return z.NEVER;
    }
  });
}
