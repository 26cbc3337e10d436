import { catalogueError } from '../../schema/wire/catalogue-error';
import type { RegistryAnswer } from '../runtime/checks/registry-answer';
import type { Row } from '../runtime/registry/stored-column';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { households } from './registries/households';

/** A row of the households' registry. */
export type HouseholdRow = ReturnType<typeof households.record>;

/** One household, or null where there is none with this id that the caller may see. */
export async function findHousehold(id: string, context: DepartmentContext): Promise<HouseholdRow | null> {
  const household = await referredHousehold(id, context);
  return household && isVisible(household, context) ? household : null;
}

/** A household that the gateway refers to: whether the caller may see it was settled when it was found. */
export async function referredHousehold(
  id: string,
  context: DepartmentContext,
): Promise<HouseholdRow | null> {
  const [row] = rowsOf(await context.lookUp(households, 'household_id').load(id));
  return row ? households.record(row) : null;
}

/** The divisions whose households the caller may see; undefined where it may see all. */
export function visibleDivisions({ call }: DepartmentContext): readonly string[] | undefined {
  return call.callers[0]?.divisions;
}

/** The rows of an answer. What households are made of has no status to show, so silence is an error. */
export function rowsOf(answer: RegistryAnswer): readonly Row[] {
  if (answer.kind === 'silent') throw catalogueError('REGISTRY_UNAVAILABLE');
  return answer.rows.map(({ row }) => row);
}

/** A claim for a district holds for the streets and communities below it. */
function isVisible({ divisionCode }: HouseholdRow, context: DepartmentContext): boolean {
  return visibleDivisions(context)?.some((division) => divisionCode.startsWith(division)) ?? true;
}
