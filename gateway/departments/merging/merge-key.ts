import type { DepartmentCall } from '../../../schema/wire/caller';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';

/** What two fetches have to agree in to be one call: everything but the entities, who asks and how long they have. */
export function mergeKey(
  { query, operationName, variables }: DepartmentRequest,
  { purpose }: Pick<DepartmentCall, 'purpose'>,
): string {
  const { representations: _, ...others } = variables ?? {};
  return `${canonical([purpose, operationName ?? null, others])} ${query}`;
}

/** JSON in which equal values have equal texts, in whatever order their fields came. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
