import { randomUUID } from 'node:crypto';
import { redactIdNumbers } from '../../schema/values/id-number';

/** The header by which a request is found in every log. */
export const correlationHeader = 'x-correlation-id';

/** The caller's own correlation id where it is one and holds no identity number, else a new one. */
export function correlationIdOf(given: string | undefined): string {
  const taken = given !== undefined && /^[\w.:-]{8,64}$/.test(given) && redactIdNumbers(given) === given;
  return taken ? given : randomUUID();
}
