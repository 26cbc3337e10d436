import type { Response } from 'express';
import { clientError } from './client-error';
import { errorCatalogue, type ErrorCode } from '../../schema/wire/error-catalogue';

/**
 * Ends a request with one error of the catalogue, and with the details that its code has. The status is that of the
 * code where no other is given. The response's locals have the correlation id, and get the code for the log.
 */
export function refuse(
  response: Response,
  code: ErrorCode,
  details: Readonly<Record<string, string>> = {},
  status: number = errorCatalogue[code].status,
): void {
  const { message, extensions } = clientError({ message: '', extensions: { ...details, code } });
  const { correlationId } = response.locals as { readonly correlationId?: string };
  response.locals['refusedWith'] = code;
  response.status(status).json({ errors: [{ message, extensions: { ...extensions, correlationId } }] });
}
