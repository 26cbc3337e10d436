import type { FormattedExecutionResult } from 'graphql';
import type { GatewayContext } from '../gateway-context';
import { redactIdNumbers } from '../../schema/values/id-number';
import { shownName } from './access-entry-of';

/** One line a request: who asked which operation, what for, how long it took, which codes it ended with. */
export function logRequest(
  { principal, stated, logger }: GatewayContext,
  operationName: string | null | undefined,
  { errors = [] }: FormattedExecutionResult,
  milliseconds: number,
): void {
  logger.info(
    {
      operation: operationName && shownName(operationName),
      subject: redactIdNumbers(principal.subject),
      role: principal.role,
      purpose: stated.purpose,
      milliseconds: Math.round(milliseconds),
      errors: [...new Set(errors.map((error) => error.extensions?.['code']))],
    },
    'request',
  );
}
