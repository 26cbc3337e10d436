import fc from 'fast-check';

import {
  birthDateOf,
  idNumberOf,
  maskIdNumber,
  parseIdNumber,
  redactIdNumbers,
  sexOf,
} from '../../../schema/values/id-number';
import { fault, refusal } from './refusal';
import { checkCharacter, days, run, syntheticIdNumber, syntheticIdNumbers } from './synthetic-id-number';

const sample = syntheticIdNumber('1966-03-15', '002');

describe('parseIdNumber', () => {
  test('accepts the vectors of GB 11643', () => {
    for (const vector of ['11010519491231002X', '500112196603150021', '510224196603150024']) {
      expect(parseIdNumber(vector)).toEqual({ number: vector, matchedBy: 'ID_18' });
    }
  });

  test('converts an old number of 15 digits and says that it was one', () => {
    expect(parseIdNumber('510224660315002')).toEqual({ number: '510224196603150024', matchedBy: 'ID_15' });
  });

  test('ignores white space around the number and accepts a lower-case x', () => {
    expect(parseIdNumber(' 11010519491231002x\u3000\n').number).toBe('11010519491231002X');
  });

  test('accepts every number with a correct check character, whatever division no longer exists', () => {
    fc.assert(
      fc.property(
        syntheticIdNumbers,
        (number) => parseIdNumber(number).number === number && parseIdNumber(number).matchedBy === 'ID_18',
      ),
      run,
    );
  });

  test('makes the same number of the old form and of the new', () => {
    fc.assert(
      fc.property(syntheticIdNumbers, (number) => {
        const old = number.slice(0, 6) + number.slice(8, 17);
        return parseIdNumber(old).number === number && parseIdNumber(old).matchedBy === 'ID_15';
      }),
      run,
    );
  });

  test('detects any one character written wrong', () => {
    const slip = fc.record({
      number: syntheticIdNumbers,
      at: fc.nat({ max: 17 }),
      character: fc.constantFrom(...'0123456789X'),
    });
    fc.assert(
      fc.property(slip, ({ number, at, character }) => {
        fc.pre(number[at] !== character && (character !== 'X' || at === 17));
        const wrong = number.slice(0, at) + character + number.slice(at + 1);
        return fault(() => parseIdNumber(wrong)) === 'the check character is wrong';
      }),
      run,
    );
  });

  test('detects any two neighbours changed over', () => {
    fc.assert(
      fc.property(syntheticIdNumbers, fc.nat({ max: 16 }), (number, at) => {
        const [left, right] = [number.charAt(at), number.charAt(at + 1)];
        fc.pre(left !== right);
        const wrong = number.slice(0, at) + right + left + number.slice(at + 2);
        return /check character|other characters/.test(fault(() => parseIdNumber(wrong)));
      }),
      run,
    );
  });

  test('says how long a number of the wrong length is', () => {
    for (const length of [1, 14, 16, 17]) {
      expect(fault(() => parseIdNumber(sample.slice(0, length)))).toBe(`it has ${length} characters`);
    }
    expect(fault(() => parseIdNumber(`${sample}0`))).toBe('it has 19 characters');
    expect(fault(() => parseIdNumber(`${sample.slice(0, 14)}X`))).toBe('it has 15 characters');
    expect(refusal(() => parseIdNumber(sample.slice(1))).expected).toBe(
      '18 digits with a GB 11643 check character, or 15 digits',
    );
  });

  test('refuses full-width digits and the digits of other scripts', () => {
    for (const zero of ['\uff10', '\u0660', '\u0966', '\u{1d7ce}']) {
      const start = zero.codePointAt(0) ?? 0;
      const written = sample.replace(/\d/g, (digit) => String.fromCodePoint(start + Number(digit)));
      expect(fault(() => parseIdNumber(written))).toBe(
        'its characters are full-width or not the digits 0 to 9',
      );
    }
    expect(fault(() => parseIdNumber('11010519491231002\uff38'))).toContain('full-width');
  });

  test('refuses letters, signs and control characters inside the number', () => {
    for (const inner of ['A', 'X', '-', ' ', '\u0000', '\u200b', '\n']) {
      const written = sample.slice(0, 8) + inner + sample.slice(9);
      expect(fault(() => parseIdNumber(written))).toBe('it holds other characters than digits and a final X');
    }
    expect(() => parseIdNumber(`-${sample}`)).toThrow('other characters');
    expect(() => parseIdNumber('1e17')).toThrow('other characters');
  });

  test('refuses a day of birth that the calendar does not have, in both forms', () => {
    for (const day of ['19660230', '19661301', '19660010', '19660100', '19000229', '17991231', '00000000']) {
      const number = syntheticIdNumber(day, '002');
      expect(fault(() => parseIdNumber(number))).toBe('the day of birth does not exist');
    }
    expect(fault(() => parseIdNumber('500199660230002'))).toBe('the day of birth does not exist');
    expect(parseIdNumber(syntheticIdNumber('2000-02-29', '002')).matchedBy).toBe('ID_18');
  });

  test('refuses a number that holds nothing', () => {
    expect(fault(() => parseIdNumber('   '))).toBe('it is empty');
  });
});

test('the first 17 digits make the whole number', () => {
  fc.assert(
    fc.property(syntheticIdNumbers, (number) => idNumberOf(number.slice(0, 17)) === number),
    run,
  );
});

describe('what a number states', () => {
  test('is the day of birth', () => {
    fc.assert(
      fc.property(days, (day) => birthDateOf(parseIdNumber(syntheticIdNumber(day, '002')).number) === day),
      run,
    );
  });

  test('is the sex, by the 17th digit', () => {
    expect(sexOf(parseIdNumber(syntheticIdNumber('1966-03-15', '001')).number)).toBe('MALE');
    expect(sexOf(parseIdNumber(syntheticIdNumber('1966-03-15', '002')).number)).toBe('FEMALE');
    expect(sexOf(parseIdNumber('11010519491231002X').number)).toBe('FEMALE');
  });
});

test('a masked number keeps its first three and last two characters', () => {
  expect(maskIdNumber(parseIdNumber('510224660315002').number)).toBe('510*************24');
  expect(maskIdNumber(parseIdNumber('11010519491231002X').number)).toBe('110*************2X');
});

describe('redactIdNumbers', () => {
  test('takes numbers out of a message, mistyped ones too', () => {
    const seventeen = sample.slice(0, 17);
    for (const written of [
      sample,
      seventeen,
      `${seventeen}X`,
      `${seventeen}x`,
      sample.slice(0, 15),
      sample.slice(4),
    ]) {
      expect(redactIdNumbers(`no row for ${written}, nor (${written})`)).toBe(
        'no row for [redacted], nor ([redacted])',
      );
    }
  });

  test('takes them out between letters and other scripts', () => {
    expect(redactIdNumbers(`id${sample}z`)).toBe('id[redacted]z');
    expect(redactIdNumbers(`号码${sample}的人`)).toBe('号码[redacted]的人');
    expect(redactIdNumbers(`key_${sample}_1`)).toBe('key_[redacted]_1');
    expect(redactIdNumbers(`${sample};${sample}`)).toBe('[redacted];[redacted]');
  });

  test('takes out full-width digits', () => {
    const fullWidth = sample.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    expect(redactIdNumbers(`号码：${fullWidth}。`)).toBe('号码：[redacted]。');
  });

  test('keeps longer runs of digits, unless a correct number stands in them', () => {
    expect(redactIdNumbers('span 1234567890123456789')).toBe('span 1234567890123456789');
    expect(redactIdNumbers(`/person?id=%20${sample}`)).toBe('/person?id=%[redacted]');
    expect(redactIdNumbers(`%2011010519491231002x&`)).toBe('%[redacted]&');
    expect(redactIdNumbers(sample + sample)).toBe('[redacted]');
  });

  test('keeps dates, amounts, times in milliseconds, divisions and unit numbers', () => {
    const kept =
      '2018-05-31T08:30:00.123+08:00 20180531 546.00 1527726600000 500199001002 110105001001GB00001F00010001';
    expect(redactIdNumbers(kept)).toBe(kept);
    expect(redactIdNumbers('')).toBe('');
  });

  test('leaves no number behind, whatever stands around it', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 12 });
    fc.assert(
      fc.property(around, syntheticIdNumbers, around, (before, number, after) => {
        return !redactIdNumbers(before + number + after).includes(number.slice(0, 17));
      }),
      run,
    );
  });
});

test('the check character of the tests is that of the standard', () => {
  expect(checkCharacter('11010519491231002')).toBe('X');
  expect(checkCharacter('50011219660315002')).toBe('1');
});
