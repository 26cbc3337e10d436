import fc from 'fast-check';

import { parseBoolean } from '../../../schema/values/boolean';
import { parseCalendarDate } from '../../../schema/values/calendar-date';
import { parseChoice } from '../../../schema/values/choice';
import { parseCount } from '../../../schema/values/count';
import { parseCreditCode } from '../../../schema/values/credit-code';
import { parseDecimal } from '../../../schema/values/decimal';
import { parseDivisionCode } from '../../../schema/values/division-code';
import { parseIdNumber } from '../../../schema/values/id-number';
import { parseInstant } from '../../../schema/values/instant';
import { parseUnitNumber } from '../../../schema/values/unit-number';
import { ValueError } from '../../../schema/values/value-error';
import { parseYearMonth } from '../../../schema/values/year-month';
import { parseYuan } from '../../../schema/values/yuan';
import { run } from './synthetic-id-number';

const parsers: Record<string, (text: string) => unknown> = {
  parseBoolean,
  parseCalendarDate,
  parseChoice: (text) => parseChoice(text, { 是否: 'WHETHER' }),
  parseCount,
  parseCreditCode,
  parseDecimal: (text) => parseDecimal(text, 2),
  parseDivisionCode,
  parseIdNumber,
  parseInstant,
  parseUnitNumber,
  parseYearMonth,
  parseYuan,
};

test('a value error says what is wrong, what is expected, and its own name', () => {
  const error = new ValueError('the amount is negative', 'zero or more');
  expect(error).toBeInstanceOf(Error);
  expect(String(error)).toBe('ValueError: the amount is negative');
  expect(error.expected).toBe('zero or more');
});

describe('an error never shows the value', () => {
  // Texts near to what the parsers accept, and anything else. Four characters, so that a count such as
  // "it has 17 characters" is not mistaken for the value; letters too rare to be words of a message.
  const nearly = fc.stringMatching(/^[0-9XＸ０-９٠-٩QZ\-/.:T+%]{4,30}$/);
  const anything = fc
    .string({ minLength: 4, unit: 'grapheme' })
    .filter((text) => !/^[ a-z]*$/.test(text.trim()));

  test.each(Object.entries(parsers))('of %s', (_name, parse) => {
    fc.assert(
      fc.property(fc.oneof(nearly, anything), (text) => {
        try {
          parse(text);
        } catch (error) {
          if (!(error instanceof ValueError)) throw error;
          const said = `${error.message} ${error.expected} ${JSON.stringify(error)}`;
          return !said.includes(text) && !said.includes(text.trim() || text);
        }
        return true;
      }),
      run,
    );
  });

  test.each(Object.entries(parsers))('of %s, when a name stands in the wrong column', (_name, parse) => {
    let said = '';
    try {
      parse('欧阳测试');
    } catch (error) {
      said = `${String(error)} ${(error as ValueError).expected} ${(error as Error).stack}`;
    }
    expect(said).not.toBe('');
    expect(said).not.toContain('欧阳');
  });
});

test.each(Object.entries(parsers))('%s refuses an empty cell', (_name, parse) => {
  expect(() => parse('')).toThrow(ValueError);
  expect(() => parse(' \t')).toThrow(ValueError);
});

test.each(Object.entries(parsers))('%s refuses a million characters in good time', (_name, parse) => {
  for (const character of ['0', '9', '-', 'X', ' ']) {
    expect(() => parse(character.repeat(1_000_000) + '!')).toThrow(ValueError);
  }
});
