import { ValueError } from './value-error';

/** An amount of money in fen, a hundredth of a yuan: always an integer, so that sums are exact. */
export type Fen = number & { readonly __brand: 'Fen' };

const EXPECTED =
  'an amount in yuan, zero or more, below 100000000000, with at most two decimals, such as 546.00';

// A hundred billion yuan: no registry holds more of one person, and sums of hundreds of such stay exact.
const LIMIT = 1e13;

/**
 * Reads an amount of yuan as exchange files hold it (registries.md, "Rules for every file"), in fen; white
 * space around it is ignored.
 * @throws ValueError for a negative amount (no registry holds one), more than two decimals, a plus sign, an
 * exponent, thousands separators, an amount of 1e13 fen or more.
 */
export function parseYuan(text: string): Fen {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new ValueError('it is not written as an amount', EXPECTED);
  const [, sign, whole, decimals = ''] = match;
  if (sign === '-') throw new ValueError('the amount is negative', EXPECTED);
  if (decimals.length > 2) throw new ValueError('it has more than two decimals', EXPECTED);
  const fen = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  if (fen >= LIMIT) throw new ValueError('the amount is too large', EXPECTED);
  return fen as Fen;
}

/**
 * Writes fen as yuan with two places, such as '546.00', the wire form of the scalar Yuan. A difference may be
 * negative: '-0.05'.
 * @throws ValueError for a number that is not a safe integer, which no Fen is.
 */
export function formatYuan(fen: Fen): string {
  if (!Number.isSafeInteger(fen)) throw new ValueError('it is not a whole number of fen', 'a safe integer');
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
