import { parseChoice } from '../../../schema/values/choice';
import { refusal } from './refusal';

const events = { 结婚: 'MARRIAGE', 离婚: 'DIVORCE', 1: 'MARRIAGE' } as const;

test('a choice is read by its Chinese word, its code and its enum value', () => {
  for (const word of ['结婚', '1', 'MARRIAGE', ' 结婚 ']) {
    const event: 'MARRIAGE' | 'DIVORCE' = parseChoice(word, events);
    expect(event).toBe('MARRIAGE');
  }
});

test('the error lists the accepted words and not the one given', () => {
  const error = refusal(() => parseChoice('同居', events));
  expect(error.message).toBe('it is none of the accepted words');
  expect(error.expected).toBe('one of MARRIAGE, DIVORCE, 1, 结婚, 离婚');
});

test('case matters, and an empty cell is no choice', () => {
  for (const word of ['marriage', '', ' ']) expect(() => parseChoice(word, events)).toThrow('none of the');
});

test('the names that every object inherits are no choices', () => {
  for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
    expect(() => parseChoice(word, events)).toThrow('none of the accepted words');
  }
});
