import type { Response } from 'express';
import { clientError } from '../errors/client-error';
import { errorCatalogue, type ErrorCode } from '../../schema/wire/error-catalogue';
import { correlationHeader } from './correlation-id';

/** Ends a request with one error of the catalogue. */
export function refuse(response: Response, code: ErrorCode): void {
  const { message, extensions } = clientError({ message: '', extensions: { code } });
  const correlationId = response.getHeader(correlationHeader);
  response
    .status(errorCatalogue[code].status)
    .json({ errors: [{ message, extensions: { ...extensions, correlationId } }] });
}
