import { isCalendarDate, type CalendarDate } from '../../../../schema/values/calendar-date';
import { parseYearMonth, type YearMonth } from '../../../../schema/values/year-month';
import { parseYuan, type Fen } from '../../../../schema/values/yuan';

/**
 * One fact as it is asked for and read: what stands after the field's name in a selection, and the value made of
 * what arrived. `read` throws a FactError for anything of another form; it never quotes what it was given.
 */
export interface Field<T> {
  /** Such as `{ id }` for a person; empty for a leaf. */
  readonly selection: string;
  readonly read: (value: unknown) => T;
}

/** What a field gives once it is read. */
export type ValueOf<F> = F extends Field<infer T> ? T : never;

type Shape = Readonly<Record<string, Field<unknown>>>;

type ValuesOf<S extends Shape> = { readonly [name in keyof S]: ValueOf<S[name]> };

/** A fact that did not arrive in the form that was asked for. */
export class FactError extends Error {
  override readonly name = 'FactError';

  constructor(readonly expected: string) {
    super(`a fact is not ${expected}`);
  }
}

/** An object with these fields; others that arrive with them are left alone. */
export function object<S extends Shape>(shape: S): Field<ValuesOf<S>> {
  const fields = Object.entries(shape).map(([name, { read }]) => ({ name, read }));
  return {
    selection: selectionOf(shape),
    // Read once for every row of every household: a loop costs a third of what building entries does.
    read: (value) => {
      const source = anObject(value);
      const values: Record<string, unknown> = {};
      for (const { name, read } of fields) values[name] = read(source[name]);
      return values as ValuesOf<S>;
    },
  };
}

/** What stands between the braces of a selection of these fields, with the braces. */
export function selectionOf(shape: Shape): string {
  const fields = Object.entries(shape).map(([name, { selection }]) =>
    selection === '' ? name : `${name} ${selection}`,
  );
  return `{ ${fields.join(' ')} }`;
}

/** A list, each of whose entries is read. */
export function list<T>({ selection, read }: Field<T>): Field<readonly T[]> {
  return {
    selection,
    read: (value) => {
      if (!Array.isArray(value)) throw new FactError('a list');
      return value.map((entry) => read(entry));
    },
  };
}

/** A fact that may be unknown: null says so, or nothing at all, since some gateways leave out what is null. */
export function optional<T>({ selection, read }: Field<T>): Field<T | null> {
  return { selection, read: (value) => (value === null || value === undefined ? null : read(value)) };
}

/** An object of optional facts; some gateways leave it out where all of them are null. */
export function orNothing<T>({ selection, read }: Field<T>): Field<T> {
  return { selection, read: (value) => read(value ?? {}) };
}

/** One of a few words of the schema. */
export function oneOf<const W extends string>(...words: readonly W[]): Field<W> {
  const known = new Set<unknown>(words);
  return leaf(`one of ${words.join(', ')}`, (value): value is W => known.has(value));
}

/** Another object's id alone, such as a person's pseudonym. */
export const reference: Field<string> = {
  selection: '{ id }',
  read: (value) => text.read(anObject(value)['id']),
};

export const text = leaf('a text', (value): value is string => typeof value === 'string');
export const flag = leaf('true or false', (value): value is boolean => typeof value === 'boolean');
export const measure = leaf('a number', (value): value is number => Number.isFinite(value));
export const day = leaf(
  'a date as YYYY-MM-DD',
  (value): value is CalendarDate => typeof value === 'string' && isCalendarDate(value),
);
export const month: Field<YearMonth> = parsed('a month as YYYY-MM', parseYearMonth);
export const yuan: Field<Fen> = parsed('an amount of yuan such as 546.00', parseYuan);

function leaf<T>(expected: string, is: (value: unknown) => value is T): Field<T> {
  return {
    selection: '',
    read: (value) => {
      if (!is(value)) throw new FactError(expected);
      return value;
    },
  };
}

function parsed<T>(expected: string, parse: (written: string) => T): Field<T> {
  return {
    selection: '',
    read: (value) => {
      try {
        return parse(text.read(value));
      } catch {
        throw new FactError(expected);
      }
    },
  };
}

function anObject(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) throw new FactError('an object');
  return value as Readonly<Record<string, unknown>>;
}
