import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { parseCalendarDate } from '../../../schema/values/calendar-date';
import { parseIdNumber } from '../../../schema/values/id-number';
import { writeDistrict } from '../../../subgraphs/sample/write-district';

export type Row = Readonly<Record<string, string>>;

/** A district as whoever imports it sees it: files, and nothing of how they were made. */
export interface WrittenDistrict {
  readonly folder: string;
  text(file: string): string;
  /** The rows of a registry's file, by its table. */
  rows(table: string): readonly Row[];
  /** The rows of a table with a value in a column; of identity numbers, in whichever form they are written. */
  of(table: string, column: string, value: string): readonly Row[];
  /** The members and obligors. */
  readonly people: readonly Row[];
  readonly members: readonly Row[];
  /** The household of a row. */
  household(row: Row): Row;
  remove(): void;
}

export const day = '2018-07-01';

/** Writes a district into a folder of its own. */
export function writtenDistrict(households: number, seed = 20180611, date = day): WrittenDistrict {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  writeDistrict({ households, seed, date: parseCalendarDate(date), directory: folder });
  const text = (file: string) => readFileSync(join(folder, file), 'utf8');
  const rows = remembered((table: string) => parse<Row>(text(`${table}.csv`), { columns: true }));
  const index = remembered((name: string) => {
    const [table = '', column = ''] = name.split(' ');
    const grouped = new Map<string, Row[]>();
    for (const row of rows(table)) {
      const value = column.endsWith('id_number') ? converted(row[column]!) : row[column]!;
      const group = grouped.get(value);
      if (group) group.push(row);
      else grouped.set(value, [row]);
    }
    return grouped;
  });
  const of = (table: string, column: string, value: string) => index(`${table} ${column}`).get(value) ?? [];
  return {
    folder,
    text,
    rows,
    of,
    get people() {
      return rows('members');
    },
    get members() {
      return of('members', 'role', 'MEMBER');
    },
    household: (row) => of('households', 'household_id', row['household_id']!)[0]!,
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** A number in its form of 18 characters, whichever it was written in. */
export function converted(number: string): string {
  return parseIdNumber(number).number;
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    if (!made.has(name)) made.set(name, make(name));
    return made.get(name)!;
  };
}
