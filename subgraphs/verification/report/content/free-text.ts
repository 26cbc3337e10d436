import { redactIdNumbers } from '../../../../schema/values/id-number';

/**
 * A text that people or registries wrote, as a report may hold it: identity numbers go, and so do lone surrogates,
 * which RFC 8785 has no form for.
 */
export function freeText(text: string): string {
  return redactIdNumbers(Buffer.from(text, 'utf8').toString('utf8'));
}
