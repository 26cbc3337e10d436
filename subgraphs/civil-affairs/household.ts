import { catalogueError } from '../../schema/wire/catalogue-error';
import type { RegistryAnswer } from '../runtime/checks/registry-answer';
import type { Statement } from '../runtime/checks/look-up-statement';
import type { Row } from '../runtime/registry/stored-column';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { commonDivisions } from '../runtime/serve/callers';
import { households } from './registries/households';

/** A row of the households' registry. */
export type HouseholdRow = ReturnType<typeof households.record>;

/** One household, or null where there is none with this id that the caller may see. */
export async function findHousehold(id: string, context: DepartmentContext): Promise<HouseholdRow | null> {
  return firstHousehold(await context.lookUp(households, 'household_id', visibleOnly(context)).load(id));
}

/** A household that the gateway refers to: whether the caller may see it was settled when it was found. */
export async function referredHousehold(
  id: string,
  context: DepartmentContext,
): Promise<HouseholdRow | null> {
  return firstHousehold(await context.lookUp(households, 'household_id').load(id));
}

/**
 * The condition of the households that the caller may see; undefined where it may see all. It stands in the
 * statement, so that a household that may not be seen costs what one costs that does not exist.
 */
export function visibleOnly({ call }: DepartmentContext): Statement | undefined {
  const each = commonDivisions(call)?.map(inDivision);
  if (!each) return undefined;
  return {
    sql: each.length > 0 ? `(${each.map(({ sql }) => sql).join(' OR ')})` : '1 = 0',
    values: each.flatMap(({ values }) => values),
  };
}

/** A division and what lies below it: codes are digits, and ':' follows 9. */
export function inDivision(division: string): Statement {
  return { sql: '(division_code >= ? AND division_code < ?)', values: [division, `${division}:`] };
}

/** The rows of an answer. What households are made of has no status to show, so silence is an error. */
export function rowsOf(answer: RegistryAnswer): readonly Row[] {
  if (answer.kind === 'silent') throw catalogueError('REGISTRY_UNAVAILABLE');
  return answer.rows.map(({ row }) => row);
}

function firstHousehold(answer: RegistryAnswer): HouseholdRow | null {
  const [row] = rowsOf(answer);
  return row ? households.record(row) : null;
}
