import { isCalendarDate, type CalendarDate } from './calendar-date';
import { ValueError } from './value-error';

/** A citizen's identity number: 18 characters of GB 11643, the check character in upper case. */
export type IdNumber = string & { readonly __brand: 'IdNumber' };

/** Which form the number was written in. A 15-digit number proves less, for it has no check character. */
export type IdNumberForm = 'ID_18' | 'ID_15';

const EXPECTED = '18 digits with a GB 11643 check character, or 15 digits';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Reads an identity number; white space around it is ignored and a final lower-case x accepted. The 15 digits
 * of GB 11643-1989 are converted: "19" before the year, and the check character. The division in front is
 * never looked up: numbers keep divisions that were dissolved long ago.
 * @throws ValueError for another length, digits other than 0 to 9, a wrong check character, a day of birth
 * that the calendar does not have.
 */
export function parseIdNumber(text: string): { number: IdNumber; matchedBy: IdNumberForm } {
  const written = text.trim().replace(/x$/, 'X');
  if (written === '') throw new ValueError('it is empty', EXPECTED);
  if (!/^\d+X?$/.test(written)) {
    throw /^\p{Nd}+[XＸｘ]?$/u.test(written)
      ? new ValueError('its characters are full-width or not the digits 0 to 9', EXPECTED)
      : new ValueError('it holds other characters than digits and a final X', EXPECTED);
  }
  const matchedBy = /^\d{15}$/.test(written) ? 'ID_15' : 'ID_18';
  const number = matchedBy === 'ID_15' ? withCheck(`${written.slice(0, 6)}19${written.slice(6)}`) : written;
  if (number.length !== 18) throw new ValueError(`it has ${written.length} characters`, EXPECTED);
  // The check comes before the date: a slip of the pen breaks it first, whichever digit it hit.
  if (withCheck(number.slice(0, 17)) !== number)
    throw new ValueError('the check character is wrong', EXPECTED);
  if (!isCalendarDate(birthOf(number))) throw new ValueError('the day of birth does not exist', EXPECTED);
  return { number: number as IdNumber, matchedBy };
}

/**
 * The number that begins with these 17 digits, for whoever makes numbers and not only reads them. They have to be
 * digits, with a day of birth that exists: nothing is checked.
 */
export function idNumberOf(first17: string): IdNumber {
  return withCheck(first17) as IdNumber;
}

/** The day of birth that the number states. */
export function birthDateOf(number: IdNumber): CalendarDate {
  return birthOf(number) as CalendarDate;
}

/** The sex that the number states: its 17th digit is odd for a man (GB 11643). */
export function sexOf(number: IdNumber): 'MALE' | 'FEMALE' {
  return Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
}

/**
 * The number for people's eyes, 18 characters: the first 3 and the last 2 are kept, the rest are '*'. Enough
 * to tell the members of a household apart; neither the day of birth nor the county can be read from it.
 */
export function maskIdNumber(number: IdNumber): string {
  return number.slice(0, 3) + '*'.repeat(13) + number.slice(-2);
}

/**
 * Replaces whatever looks like an identity number in a free text (an error message, a line of a log) by
 * '[redacted]': any run of 14 to 18 digits, the last of which may be X, so that mistyped numbers go too;
 * letters on either side save none, nor do full-width digits. A longer run of digits is kept unless a correct
 * number stands in it, as after the "%20" of a URL. A number broken by spaces or hyphens is not recognised.
 */
export function redactIdNumbers(text: string): string {
  return text.replace(/\p{Nd}{13,}[XxＸｘ]?/gu, (run) => {
    const length = [...run].length;
    if (length < 14) return run;
    return length <= 18 || holdsIdNumber(run.normalize('NFKC').toUpperCase()) ? '[redacted]' : run;
  });
}

/** Whether a correct number of 18 characters stands somewhere in a text, its digits 0 to 9 and its X in upper case. */
export function holdsIdNumber(text: string): boolean {
  for (let at = 0; at + 18 <= text.length; at += 1) {
    if (checkOf(text, at) !== text[at + 17]) continue;
    const number = text.slice(at, at + 18);
    if (/^\d{17}/.test(number) && isCalendarDate(birthOf(number))) return true;
  }
  return false;
}

function birthOf(number: string): string {
  return `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
}

function withCheck(first17: string): string {
  return first17 + checkOf(first17, 0);
}

/** The check character of the 17 digits that begin at a place. It makes nothing anew: texts of clients are long. */
function checkOf(digits: string, at: number): string {
  let sum = 0;
  for (let i = 0; i < 17; i += 1) sum += (WEIGHTS[i] ?? 0) * (digits.charCodeAt(at + i) - 48);
  return '10X98765432'.charAt(sum % 11);
}
