import type { CheckSubject } from '../runtime/checks/subject';
import type { Row } from '../runtime/registry/stored-column';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { businessRoles } from './registries/business-roles';
import { businesses } from './registries/businesses';

/** A role as the graph gives it, with the business in which it is held. */
export function businessRoleRecord(row: Row, _: readonly CheckSubject[], context: DepartmentContext) {
  const role = businessRoles.record(row);
  return { ...role, business: () => findBusiness(role.creditCode, context) };
}

/** It is there, and known already: of a person with a role in a business that is missing no role is shown. */
async function findBusiness(creditCode: string, context: DepartmentContext) {
  const answer = await context.lookUp(businesses, 'credit_code').load(creditCode);
  return answer.kind === 'answered' && answer.rows[0] ? businesses.record(answer.rows[0].row) : null;
}
