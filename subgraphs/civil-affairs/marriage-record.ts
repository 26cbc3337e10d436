import type { CheckSubject } from '../runtime/checks/subject';
import type { Row } from '../runtime/registry/stored-column';
import type { DepartmentContext } from '../runtime/serve/department-context';
import { deaths } from './registries/deaths';
import { marriages } from './registries/marriages';

/**
 * A marriage as the graph gives it. A party outside the household gave no authorisation and stays without
 * identity: only whether they live is told.
 */
export function marriageRecord(row: Row, subjects: readonly CheckSubject[], context: DepartmentContext) {
  const record = marriages.record(row);
  const party = ({ id }: { readonly id: string }) => {
    const inHousehold = subjects.some(({ personId }) => personId === id);
    return { person: inHousehold ? { id } : null, inHousehold, deceased: () => isDeceased(id, context) };
  };
  return { ...record, parties: [party(record.partyA), party(record.partyB)] };
}

async function isDeceased(personId: string, context: DepartmentContext): Promise<boolean> {
  const answer = await context.lookUp(deaths).load(personId);
  return answer.kind === 'answered' && answer.rows.length > 0;
}
