import { ValueError } from './value-error';

const EXPECTED = 'a whole number, zero or more, in digits alone';

/**
 * Reads a number of things, such as employees: digits alone, without sign, decimals, exponent or separators.
 * White space around it is ignored.
 * @throws ValueError for anything else, and for a number beyond 2^53 - 1, which would not be kept exactly.
 */
export function parseCount(text: string): number {
  const digits = text.trim();
  if (!/^\d+$/.test(digits)) throw new ValueError('it is not a whole number', EXPECTED);
  const count = Number(digits);
  if (!Number.isSafeInteger(count)) throw new ValueError('the number is too large', EXPECTED);
  return count;
}
