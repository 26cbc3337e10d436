import { parseCount } from '../../../schema/values/count';
import { fault } from './refusal';

test('a count is read from its digits', () => {
  expect([' 12 ', '0', '007'].map(parseCount)).toEqual([12, 0, 7]);
});

test('signs, decimals, exponents, separators and full-width digits are refused', () => {
  for (const written of ['-1', '+1', '1.0', '1e3', '1,000', '１', 'many', '0x1', '']) {
    expect(fault(() => parseCount(written))).toBe('it is not a whole number');
  }
});

test('a count that a number cannot hold exactly is refused', () => {
  expect(parseCount('9007199254740991')).toBe(Number.MAX_SAFE_INTEGER);
  expect(fault(() => parseCount('9007199254740992'))).toBe('the number is too large');
});
