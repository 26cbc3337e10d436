import type { GraphQLFormattedError } from 'graphql';
import { redactIdNumbers } from '../../schema/values/id-number';
import type { GatewayContext } from '../gateway-context';
import type { AccessEntry, AccessOutcome } from '../ledger/access-entry';

/** A request at its end, as the ledger sees it. */
export interface Access {
  /** The operation's name as the client gave it. */
  readonly operationName: string | null | undefined;
  /** SHA-256 of the document, in hexadecimal digits. */
  readonly documentHash: string;
  /** Coordinates of the operation's fields, in the order of the alphabet. */
  readonly fields: readonly string[];
  readonly wasAsked: boolean;
  readonly hasData: boolean;
  readonly errors: readonly GraphQLFormattedError[];
  readonly at: Date;
}

/** What a request leaves in the ledger. */
export function accessEntryOf(
  access: Access,
  { principal, stated, correlationId, touched }: GatewayContext,
): AccessEntry {
  const { subject, role, divisions = null } = principal;
  const { operationName, documentHash, errors } = access;
  return {
    at: access.at.toISOString(),
    subject,
    role,
    divisions,
    purpose: stated.purpose,
    reason: stated.reason,
    correlationId,
    operation: operationName ? shownName(operationName) : null,
    document: documentHash,
    ...touched.subjects,
    fields: access.fields,
    outcome: outcomeOf(access),
    codes: [...new Set(errors.map((error) => String(error.extensions?.['code'])))],
  };
}

/** The name of an operation as logs and the ledger show it: a client may write anything there. */
export function shownName(operationName: string): string {
  return redactIdNumbers(operationName.slice(0, 256)).slice(0, 64);
}

/** How a request ended that came so far, or not, and has data, or none. */
export function outcomeOf({
  wasAsked,
  hasData,
  errors,
}: Pick<Access, 'wasAsked' | 'hasData' | 'errors'>): AccessOutcome {
  if (!wasAsked) return 'REFUSED';
  if (!hasData) return 'FAILED';
  return errors.length > 0 ? 'PARTIAL' : 'ANSWERED';
}
