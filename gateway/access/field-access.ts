import type { AccessTable, Requirement } from '../../schema/access/access-table';
import type { OperationField } from './operation-fields';
import type { Scope } from './roles';

/** Scopes whose fields are read for a stated purpose. */
const purposeful: ReadonlySet<string> = new Set<Scope>([
  'registry:read',
  'eligibility:assess',
  'identity:read',
  'verification:read',
  'verification:start',
  'verification:record',
  'verification:decide',
  'authorisation:write',
  'audit:read',
]);

/** Scopes whose fields are about people: whoever reads one leaves an entry in the ledger. */
const personal: ReadonlySet<string> = new Set<Scope>([...(purposeful as Set<Scope>), 'household:read']);

/**
 * Whether somebody with these scopes may not read a field: where its parent type, the field itself or the type
 * that it returns asks for more, or where neither it nor its parent asks for anything. The roots of introspection
 * ask for `schema:read`.
 */
export function isRefused(
  { coordinate, parent, returns, isIntrospection }: OperationField,
  access: AccessTable,
  scopes: ReadonlySet<string>,
): boolean {
  if (isIntrospection) return !scopes.has('schema:read');
  const isGuarded = access.has(parent) || access.has(coordinate);
  return !isGuarded || ![parent, coordinate, returns].every((key) => holds(access.get(key), scopes));
}

/** Whether a field is read for a purpose alone. */
export function needsPurpose(field: OperationField, access: AccessTable): boolean {
  return asksFor(field, access, purposeful);
}

/** Whether a field is about people. */
export function isPersonal(field: OperationField, access: AccessTable): boolean {
  return asksFor(field, access, personal);
}

function asksFor(
  { coordinate, parent, returns }: OperationField,
  access: AccessTable,
  scopes: ReadonlySet<string>,
): boolean {
  return [parent, coordinate, returns].some((key) =>
    access.get(key)?.some((set) => set.some((scope) => scopes.has(scope))),
  );
}

function holds(requirement: Requirement | undefined, scopes: ReadonlySet<string>): boolean {
  return requirement?.some((set) => set.every((scope) => scopes.has(scope))) ?? true;
}
