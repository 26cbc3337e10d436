import { ValueError } from './value-error';

/** A unified social credit code: 18 characters of GB 32100, in upper case. */
export type CreditCode = string & { readonly __brand: 'CreditCode' };

const EXPECTED = '18 characters of GB 32100 (digits and capitals but I, O, S, V, Z) with its check character';
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
// Authority and category, the division's six digits, the organisation's nine characters, the check character.
const FORM = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/**
 * Reads a unified social credit code (GB 32100-2015); white space around it is ignored and lower case
 * accepted. The check digit of the organisation code inside (GB 11714, 17th character) is not verified: a
 * code is not to be refused for it (registries.md).
 * @throws ValueError for another length, a character outside the alphabet, a wrong check character.
 */
export function parseCreditCode(text: string): CreditCode {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) throw new ValueError(`it has ${code.length} characters`, EXPECTED);
  if (!FORM.test(code)) throw new ValueError('it holds a character that has no place there', EXPECTED);
  if (checkOf(code) !== code[17]) throw new ValueError('the check character is wrong', EXPECTED);
  return code as CreditCode;
}

/**
 * The code that begins with these 17 characters, for whoever makes codes and not only reads them. They have to be
 * of its alphabet: nothing is checked.
 */
export function creditCodeOf(first17: string): CreditCode {
  return (first17 + checkOf(first17)) as CreditCode;
}

function checkOf(code: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of code.slice(0, 17)) {
    sum += weight * ALPHABET.indexOf(character);
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}
