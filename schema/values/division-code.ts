import { ValueError } from './value-error';

/** The code of a division: 6 digits to the county, 9 to the township, 12 to the village or community. */
export type DivisionCode = string & { readonly __brand: 'DivisionCode' };

const EXPECTED = '6, 9 or 12 digits';

/**
 * Reads the code of an administrative division (GB/T 2260 to the county, GB/T 10114 to the township, the
 * statistics bureau's 12 digits to the community); white space around it is ignored. It is looked up in no
 * table: divisions are dissolved and renumbered, and records keep the old codes.
 * @throws ValueError for another length, or anything but the digits 0 to 9.
 */
export function parseDivisionCode(text: string): DivisionCode {
  const code = text.trim();
  if (!/^\d+$/.test(code)) throw new ValueError('it holds other characters than digits', EXPECTED);
  if (![6, 9, 12].includes(code.length)) throw new ValueError(`it has ${code.length} digits`, EXPECTED);
  return code as DivisionCode;
}
