import type { Response } from 'express';
import { clientError } from '../errors/client-error';
import { errorCatalogue, type ErrorCode } from '../../schema/wire/error-catalogue';
import { correlationHeader } from './correlation-id';

/**
 * Ends a request with one error of the catalogue, and with the details that its code has. The status is that of the
 * code where no other is given. The code stays in the response's locals for the log.
 */
export function refuse(
  response: Response,
  code: ErrorCode,
  details: Readonly<Record<string, string>> = {},
  status: number = errorCatalogue[code].status,
): void {
  const { message, extensions } = clientError({ message: '', extensions: { ...details, code } });
  const correlationId = response.getHeader(correlationHeader);
  response.locals['refusedWith'] = code;
  response.status(status).json({ errors: [{ message, extensions: { ...extensions, correlationId } }] });
}
