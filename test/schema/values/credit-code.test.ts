import fc from 'fast-check';

import { creditCodeOf, parseCreditCode } from '../../../schema/values/credit-code';
import { fault } from './refusal';
import { run } from './synthetic-id-number';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const vectors = ['91110000600037341L', '91512081MA62K0260E'];

test('the vectors of GB 32100 are credit codes', () => {
  for (const vector of vectors) expect(parseCreditCode(vector)).toBe(vector);
});

test('the first 17 characters of a vector make the whole', () => {
  for (const vector of vectors) expect(creditCodeOf(vector.slice(0, 17))).toBe(vector);
});

test('a credit code is upper-cased and white space around it ignored', () => {
  expect(parseCreditCode(' 91512081ma62k0260e\u3000')).toBe('91512081MA62K0260E');
});

test('any one character written wrong is detected', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...vectors),
      fc.nat({ max: 17 }),
      fc.constantFrom(...ALPHABET),
      (code, at, character) => {
        fc.pre(code[at] !== character);
        const wrong = code.slice(0, at) + character + code.slice(at + 1);
        return /check character|no place/.test(fault(() => parseCreditCode(wrong)));
      },
    ),
    run,
  );
});

test('a code is not refused for the check digit of the organisation inside', () => {
  // 60003734 asks for 1 under GB 11714; here it carries 2, under a check character that is right for the
  // whole: the sum grows by 3^16 mod 31 = 28, so the check moves from L (20) to 20 - 28 + 31 = 23, which is
  // P's place.
  expect(ALPHABET[23]).toBe('P');
  expect(parseCreditCode('91110000600037342P')).toBe('91110000600037342P');
});

test('a wrong length is told', () => {
  expect(fault(() => parseCreditCode('91110000600037341'))).toBe('it has 17 characters');
  expect(fault(() => parseCreditCode('500112000012345'))).toBe('it has 15 characters');
});

test('the letters that GB 32100 leaves out, full-width characters and inner spaces are refused', () => {
  for (const character of ['I', 'O', 'S', 'V', 'Z', '\uff21', '\u212a', ' ', '-']) {
    expect(fault(() => parseCreditCode(`91110000${character}00037341L`))).toContain('no place');
  }
});

test('a letter in the division is refused', () => {
  expect(fault(() => parseCreditCode('911A0000600037341L'))).toContain('no place');
});
