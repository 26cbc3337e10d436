import { catalogueError } from '../../schema/wire/catalogue-error';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { authorisationOf, type Authorisation } from './authorisation';
import { findHousehold } from './household';
import { authorisations } from './registries/authorisations';
import { writeAuthorisations } from './write-authorisations';

export interface EndArguments {
  readonly householdId: string;
  readonly number: string;
  readonly withdrawnOn: string;
}

/** Notes that an authorisation was taken back. One that was before keeps the day on which that was. */
export async function endAuthorisation(
  { householdId, number, withdrawnOn }: EndArguments,
  context: DepartmentContext,
): Promise<Authorisation> {
  if (!(await findHousehold(householdId, context))) throw catalogueError('AUTHORISATION_NOT_FOUND');
  const { table } = authorisations;
  return writeAuthorisations(context, async (session) => {
    const [row] = await session.run(
      `SELECT * FROM ${table} WHERE authorisation_no = ? AND household_id = ?`,
      [number, householdId],
    );
    if (!row) throw catalogueError('AUTHORISATION_NOT_FOUND');
    if (row['withdrawn_on'] !== null) return authorisationOf(row);
    await session.run(`UPDATE ${table} SET withdrawn_on = ? WHERE authorisation_no = ?`, [
      withdrawnOn,
      number,
    ]);
    return authorisationOf({ ...row, withdrawn_on: withdrawnOn });
  });
}
