import { isCalendarDate } from '../../schema/values/calendar-date';
import { catalogueError } from '../../schema/wire/catalogue-error';
import { within } from '../../schema/wire/within';
import type { Statement } from '../runtime/checks/look-up-statement';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { inDivision, visibleOnly, type HouseholdRow } from './household';
import { households } from './registries/households';
import { members } from './registries/members';

export interface HouseholdFilter {
  readonly program?: string | null;
  readonly divisionCode?: string | null;
  readonly applicantName?: string | null;
  readonly appliedFrom?: string | null;
  readonly appliedTo?: string | null;
}

export interface SearchArguments {
  readonly filter?: HouseholdFilter | null;
  readonly first?: number | null;
  readonly after?: string | null;
}

const maxPage = 100;
const defaultPage = 20;

/** One page of households, newest application first and within a day by id. */
export async function searchHouseholds(args: SearchArguments, context: DepartmentContext) {
  const first = args.first ?? defaultPage;
  if (first < 1 || first > maxPage) throw catalogueError('INVALID_PAGE_SIZE');
  const visible = visibleOnly(context);
  const conditions = [...filterConditions(args.filter ?? {}), ...(visible ? [visible] : [])];
  if (typeof args.after === 'string') conditions.push(afterCursor(args.after));
  const found = await select(conditions, first + 1, context);
  const edges = found.slice(0, first).map((node) => ({ node, cursor: cursorOf(node) }));
  return {
    edges,
    pageInfo: { hasNextPage: found.length > first, endCursor: edges.at(-1)?.cursor ?? null },
  };
}

function filterConditions(filter: HouseholdFilter): Statement[] {
  const { program, divisionCode, applicantName, appliedFrom, appliedTo } = filter;
  const conditions: Statement[] = [];
  if (program) conditions.push({ sql: 'program = ?', values: [program] });
  if (divisionCode) conditions.push(inDivision(divisionCode));
  if (appliedFrom) conditions.push({ sql: 'applied_on >= ?', values: [appliedFrom] });
  if (appliedTo) conditions.push({ sql: 'applied_on <= ?', values: [appliedTo] });
  // An empty text is nobody's name: a form that was not filled in must not find everybody.
  if (typeof applicantName === 'string') {
    const applicants = `SELECT household_id FROM ${members.table} WHERE name = ? AND basis = 'APPLICANT'`;
    conditions.push({
      sql: `household_id IN (${applicants})`,
      values: [applicantName.trim().normalize('NFC')],
    });
  }
  return conditions;
}

/** Both registries have to be filled before an empty page may say that there is none. */
async function select(
  conditions: readonly Statement[],
  limit: number,
  { database, deadline }: DepartmentContext,
): Promise<HouseholdRow[]> {
  const columns = households.stored.map(({ name }) => name).join(', ');
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : '';
  const order = 'applied_on DESC, household_id';
  const page = `SELECT ${columns} FROM ${households.table} ${where} ORDER BY ${order} LIMIT ${limit}`;
  const filled = 'SELECT COUNT(*) AS _filled FROM registry_state WHERE registry IN (?, ?)';
  const rows = await within(
    deadline,
    database.select(`SELECT * FROM (${filled}) state LEFT JOIN (${page}) found ON 1 = 1 ORDER BY ${order}`, [
      households.name,
      members.name,
      ...conditions.flatMap(({ values }) => values),
    ]),
  ).catch(() => {
    throw catalogueError('REGISTRY_UNAVAILABLE');
  });
  if (Number(rows[0]?.['_filled']) !== 2) throw catalogueError('REGISTRY_UNAVAILABLE');
  return rows.filter((row) => row['household_id'] !== null).map((row) => households.record(row));
}

function cursorOf({ appliedOn, householdId }: HouseholdRow): string {
  return Buffer.from(JSON.stringify([appliedOn, householdId])).toString('base64url');
}

function afterCursor(cursor: string): Statement {
  const [appliedOn, householdId] = readCursor(cursor);
  return {
    sql: '(applied_on < ? OR (applied_on = ? AND household_id > ?))',
    values: [appliedOn, appliedOn, householdId],
  };
}

function readCursor(cursor: string): [string, string] {
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
    if (Array.isArray(read) && read.length === 2) {
      const [appliedOn, householdId] = read as [unknown, unknown];
      if (typeof appliedOn === 'string' && isCalendarDate(appliedOn) && typeof householdId === 'string') {
        return [appliedOn, householdId];
      }
    }
  } catch {
    // Told below, like any other text that is no cursor.
  }
  throw catalogueError('INVALID_CURSOR');
}
