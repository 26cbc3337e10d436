import type { DepartmentCall } from '../../../schema/wire/caller';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import type { ListForm } from './list-form';

/**
 * What two fetches of one text have to agree in to be one call: everything but what they name, who asks and how long they
 * have. Where something is to be found, who asks counts by what they may see.
 */
export function mergeKey(
  { operationName, variables = {} }: DepartmentRequest,
  { purpose, callers }: Pick<DepartmentCall, 'purpose' | 'callers'>,
  { variable, finds }: ListForm,
): string {
  const others = Object.entries(variables).filter(([name]) => name !== variable);
  const seen = finds ? callers.map(({ divisions }) => divisions ?? null) : null;
  if (others.length === 0 && !seen) return `${String(purpose)} ${operationName ?? ''}`;
  return canonical([purpose, operationName ?? null, seen, Object.fromEntries(others)]);
}

/** JSON in which equal values have equal texts, in whatever order their fields came. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(JSON.stringify(value));
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, held]) => `${JSON.stringify(name)}:${canonical(held)}`).join(',')}}`;
}
