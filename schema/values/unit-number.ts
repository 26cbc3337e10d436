import { ValueError } from './value-error';

/** A real-estate unit number: 28 characters of GB/T 37346, without spaces. */
export type UnitNumber = string & { readonly __brand: 'UnitNumber' };

const EXPECTED =
  '28 characters of GB/T 37346: 12 digits, 2 capitals, 5 digits, 1 capital, 8 digits, without spaces';
const FORM = /^\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}$/;

/**
 * Reads a real-estate unit number (GB/T 37346): division, cadastral area and sub-area, the kind of right and
 * number of the parcel, the kind and number of the structure on it. White space around it is ignored. It has
 * no check character.
 * @throws ValueError for another length or order of digits and capitals.
 */
export function parseUnitNumber(text: string): UnitNumber {
  const number = text.trim();
  if (number.length !== 28) throw new ValueError(`it has ${number.length} characters`, EXPECTED);
  if (!FORM.test(number)) throw new ValueError('its digits and capitals are out of order', EXPECTED);
  return number as UnitNumber;
}
