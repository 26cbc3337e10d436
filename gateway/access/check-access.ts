import type { GraphQLError } from 'graphql';
import type { AccessTable } from '../../schema/access/access-table';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import { requestRefusal } from '../errors/request-refusal';
import { isRefused, needsPurpose } from './field-access';
import type { OperationField } from './operation-fields';
import type { Principal } from './principal';
import type { StatedPurpose } from './purpose';

/** Who asks, and what for. */
export interface Asker {
  readonly principal: Principal;
  readonly stated: StatedPurpose;
}

/** How many of the fields in question an error names. */
const named = 20;

/**
 * Refuses an operation whole where it selects a field that the caller may not read, or one that is read for a
 * purpose while none, or none of the caller's, is stated. `everybodyReadsSchema` opens introspection to all who are
 * known, as a development machine does.
 */
export function checkAccess(
  fields: readonly OperationField[],
  { principal, stated }: Asker,
  access: AccessTable,
  { everybodyReadsSchema }: { readonly everybodyReadsSchema: boolean },
): void {
  const scopes = everybodyReadsSchema ? new Set([...principal.scopes, 'schema:read']) : principal.scopes;
  const refused = fields.filter((field) => isRefused(field, access, scopes));
  if (refused.length > 0) throw refusal('FORBIDDEN', refused);
  if (stated.problem) throw refusal(stated.problem);
  const purposeful = stated.purpose ? [] : fields.filter((field) => needsPurpose(field, access));
  if (purposeful.length > 0) throw refusal('PURPOSE_REQUIRED', purposeful);
}

function refusal(code: ErrorCode, fields: readonly OperationField[] = []): GraphQLError {
  return requestRefusal(code, { fields: fields.slice(0, named).map(({ coordinate }) => coordinate) });
}
