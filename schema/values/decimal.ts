import { ValueError } from './value-error';

/**
 * Reads a measure, such as a floor area in square metres or a share in percent: digits, and at most `places`
 * decimals after a point; no sign, exponent or separators. White space around it is ignored. Not for money:
 * see parseYuan.
 * @throws ValueError for anything else, and for more than 15 digits in all, the most that a double keeps.
 */
export function parseDecimal(text: string, places: number): number {
  const expected = `a number, zero or more, with at most ${places} decimals`;
  const match = /^(\d+)(?:\.(\d+))?$/.exec(text.trim());
  if (!match) throw new ValueError('it is not written as a number', expected);
  const [written, whole = '', decimals = ''] = match;
  if (decimals.length > places) throw new ValueError(`it has more than ${places} decimals`, expected);
  if (whole.replace(/^0+/, '').length + decimals.length > 15)
    throw new ValueError('it has more than 15 digits', expected);
  return Number(written);
}
