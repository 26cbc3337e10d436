import type { Session } from '../database/open-database';
import type { Registry } from '../registry/registry';
import type { SqlValue } from '../registry/stored-column';
import type { Field, Header } from './read-header';
import type { Problem } from './problem';
import { stagingTables } from './staging-tables';

const { rows, problems } = stagingTables;
const intoProblems = `INSERT INTO ${problems} (line, position, name, what, expected)`;

/** Notes the rows whose key stands in an earlier row of the file. */
export async function noteRepeatedKeys(session: Session, registry: Registry, header: Header): Promise<void> {
  const fields = registry.key.map((name) => fieldOf(name, header));
  const key = fields.map(({ written }) => written);
  const what = `the same ${key.join(' and ')} already ${key.length > 1 ? 'stand' : 'stands'} in line `;
  await session.run(
    `${intoProblems} SELECT line, ?, ?, CONCAT(?, first_line), ? FROM (` +
      `SELECT line, MIN(line) OVER (PARTITION BY ${registry.key.join(', ')}) AS first_line FROM ${rows}` +
      `) AS keyed WHERE line <> first_line`,
    [...placeOf(fields.at(-1) as Field), what, 'each once'],
  );
}

/** Notes the rows that refer to a row of another registry which that registry does not have. */
export async function noteMissingReferences(
  session: Session,
  registry: Registry,
  header: Header,
): Promise<void> {
  for (const { column, registry: other } of registry.references) {
    const field = fieldOf(column, header);
    const what = `${other.table} has no such ${field.written}`;
    await session.run(
      `${intoProblems} SELECT line, ?, ?, ?, ? FROM ${rows} staged ` +
        `LEFT JOIN ${other.table} other ON other.${column} = staged.${column} ` +
        `WHERE other.${column} IS NULL AND staged.${column} IS NOT NULL`,
      [...placeOf(field), what, `one of ${other.table}.csv or of an earlier import`],
    );
  }
}

/** How many problems there are, and in how many rows. */
export async function countProblems(session: Session): Promise<{ problems: number; rows: number }> {
  const [row] = await session.run(
    `SELECT COUNT(*) AS problems, COUNT(DISTINCT line) AS bad FROM ${problems}`,
  );
  return { problems: Number(row?.['problems']), rows: Number(row?.['bad']) };
}

/** The first problems by their place in the file. */
export async function firstProblems(session: Session, limit: number): Promise<Problem[]> {
  const found = await session.run(`SELECT * FROM ${problems} ORDER BY line, position LIMIT ${limit}`);
  return found.map(problemOf);
}

/** The problems of the lines after `after`, up to `last`. */
export async function problemsBetween(session: Session, after: number, last: number): Promise<Problem[]> {
  const found = await session.run(
    `SELECT * FROM ${problems} WHERE line > ? AND line <= ? ORDER BY line, position`,
    [after, last],
  );
  return found.map(problemOf);
}

function problemOf(row: Readonly<Record<string, SqlValue>>): Problem {
  const { line, name } = row;
  return {
    line: Number(line),
    ...(name === null ? {} : { column: String(name) }),
    what: String(row['what']),
    expected: String(row['expected']),
  };
}

function fieldOf(storedName: string, { fields }: Header): Field {
  const field = fields.find(({ column }) => column.stored.some(({ name }) => name === storedName));
  if (!field) throw new Error(`No column of the file is stored as ${storedName}`);
  return field;
}

function placeOf({ position = 0, written }: Field): [number, string] {
  return [position, written];
}
