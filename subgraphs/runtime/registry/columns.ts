import { parseBoolean } from '../../../schema/values/boolean';
import { parseCalendarDate, type CalendarDate } from '../../../schema/values/calendar-date';
import { parseChoice } from '../../../schema/values/choice';
import { parseCount } from '../../../schema/values/count';
import { parseCreditCode } from '../../../schema/values/credit-code';
import { parseDivisionCode } from '../../../schema/values/division-code';
import { parseUnitNumber } from '../../../schema/values/unit-number';
import { ValueError } from '../../../schema/values/value-error';
import { parseYearMonth, type YearMonth } from '../../../schema/values/year-month';
import { formatYuan, parseYuan, type Fen } from '../../../schema/values/yuan';
import { columnOf, type CellKind, type Column, type ColumnOptions } from './column';

/** Free text. `max` counts characters; 200 where it is left out. */
export function text<const Options extends ColumnOptions & { readonly max?: number }>(
  name: string,
  chinese: string,
  options?: Options,
) {
  const max = options?.max ?? 200;
  const expected = `text of at most ${max} characters`;
  const kind: CellKind<string> = {
    expected,
    type: 'text',
    length: max,
    parse: (cell) => bounded(cell.trim(), max, expected),
    output: String,
  };
  return columnOf(kind, name, chinese, options);
}

/** The name of a person, stored as given; how names compare is `sameName`. */
export function personName<const Options extends ColumnOptions>(
  name: string,
  chinese: string,
  options?: Options,
) {
  const expected = 'a name of at most 100 characters';
  const kind: CellKind<string> = {
    expected,
    type: 'text',
    length: 100,
    parse: (cell) => bounded(cell.trim().normalize('NFC'), 100, expected),
    output: String,
  };
  return columnOf(kind, name, chinese, options);
}

/** One of a closed list of words; `words` maps the Chinese ones and codes to enum values. */
export function choice<const Value extends string, const Options extends ColumnOptions>(
  name: string,
  chinese: string,
  words: Readonly<Record<string, Value>>,
  options?: Options,
) {
  const values = [...new Set(Object.values(words))];
  const kind: CellKind<Value> = {
    expected: `one of ${[...values, ...Object.keys(words).filter((word) => !values.includes(word as Value))].join(', ')}`,
    type: 'text',
    length: 40,
    parse: (cell) => parseChoice(cell, words),
    output: (value) => value as Value,
  };
  return columnOf(kind, name, chinese, options);
}

/** Texts separated by semicolons; an empty cell is the empty list. */
export function list(
  name: string,
  chinese: string,
  { max = 200 }: { readonly max?: number } = {},
): Column<readonly string[]> {
  const expected = `texts separated by semicolons, at most ${max} characters in all`;
  const kind: CellKind<readonly string[]> = {
    expected,
    type: 'text',
    length: max,
    parse: (cell) => bounded(items(cell).join(';'), max, expected),
    output: (value) => items(String(value)),
  };
  const column = columnOf(kind, name, chinese, { optional: true });
  return { ...column, output: (row) => column.output(row) ?? [] };
}

export const date = ofKind<CalendarDate>({
  expected: 'a calendar date: YYYY-MM-DD, YYYYMMDD or YYYY/M/D',
  type: 'date',
  parse: parseCalendarDate,
  output: (value) => value as CalendarDate,
});

export const month = ofKind<YearMonth>({
  expected: 'a month: YYYY-MM or YYYYMM',
  type: 'text',
  length: 7,
  parse: parseYearMonth,
  output: (value) => value as YearMonth,
});

/** An amount of yuan; the graph gives it with two decimals. */
export const yuan = ofKind<string>({
  expected: 'an amount of yuan with at most two decimals',
  type: 'fen',
  parse: parseYuan,
  output: (value) => formatYuan(value as Fen),
});

export const flag = ofKind<boolean>({
  expected: 'true, false, 1, 0, 是 or 否',
  type: 'flag',
  parse: (cell) => Number(parseBoolean(cell)),
  output: (value) => value === 1,
});

/** A whole number from 0, or within the range given. */
export function count<const Options extends ColumnOptions & { readonly min?: number; readonly max?: number }>(
  name: string,
  chinese: string,
  options?: Options,
) {
  const range: { readonly min?: number; readonly max?: number } = options ?? {};
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = range;
  const expected = range.max === undefined ? 'a whole number' : `a whole number from ${min} to ${max}`;
  const kind: CellKind<number> = {
    expected,
    type: 'integer',
    parse: (cell) => {
      const value = parseCount(cell);
      if (value < min || value > max) throw new ValueError('the number is out of range', expected);
      return value;
    },
    output: Number,
  };
  return columnOf(kind, name, chinese, options);
}

/** A code that a standard fixes, told by its form alone: codes are added faster than software is. */
export function code<
  const Options extends ColumnOptions & { readonly form: RegExp; readonly expected: string },
>(name: string, chinese: string, options: Options) {
  const { form, expected } = options;
  const kind: CellKind<string> = {
    expected,
    type: 'text',
    length: 40,
    parse: (cell) => {
      const value = cell.trim().toUpperCase();
      if (value.length > 40 || !form.test(value)) throw new ValueError('the code has another form', expected);
      return value;
    },
    output: String,
  };
  return columnOf(kind, name, chinese, options);
}

/** A code of the administrative divisions, of a district (6), street (9) or community (12 digits). */
export const division = ofKind<string>({
  expected: 'a division code of 6, 9 or 12 digits',
  type: 'text',
  length: 12,
  parse: parseDivisionCode,
  output: String,
});

/** A unified social credit code (GB 32100). */
export const creditCode = ofKind<string>({
  expected: '18 characters with a GB 32100 check character',
  type: 'text',
  length: 18,
  parse: parseCreditCode,
  output: String,
});

/** The number of a real-estate unit (GB/T 37346). */
export const unitNumber = ofKind<string>({
  expected: '28 characters of GB/T 37346, without spaces',
  type: 'text',
  length: 28,
  parse: parseUnitNumber,
  output: String,
});

function ofKind<Output>(kind: CellKind<Output>) {
  return <const Options extends ColumnOptions>(name: string, chinese: string, options?: Options) =>
    columnOf(kind, name, chinese, options);
}

function bounded(value: string, max: number, expected: string): string {
  if ([...value].length > max) throw new ValueError('the text is too long', expected);
  return value;
}

function items(cell: string): string[] {
  return cell
    .split(/[;；]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}
