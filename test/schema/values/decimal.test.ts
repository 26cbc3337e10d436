import { parseDecimal } from '../../../schema/values/decimal';
import { fault, refusal } from './refusal';

test('an area or a percentage is read with its decimals', () => {
  expect(parseDecimal('89.37', 2)).toBe(89.37);
  expect(parseDecimal(' 33.3333 ', 4)).toBe(33.3333);
  expect(parseDecimal('000100', 2)).toBe(100);
  expect(parseDecimal('0', 0)).toBe(0);
});

test('more decimals than agreed are refused, and the error says how many are', () => {
  const error = refusal(() => parseDecimal('89.375', 2));
  expect(error.message).toBe('it has more than 2 decimals');
  expect(error.expected).toBe('a number, zero or more, with at most 2 decimals');
});

test('signs, exponents, separators, units and a bare point are refused', () => {
  for (const written of ['-1', '+1', '1e3', '1,5', '50%', '89㎡', '.5', '5.', '８９', 'NaN', '']) {
    expect(fault(() => parseDecimal(written, 2))).toBe('it is not written as a number');
  }
});

test('more digits than a number keeps are refused', () => {
  expect(parseDecimal('1234567890123.45', 2)).toBe(1234567890123.45);
  expect(fault(() => parseDecimal('12345678901234.56', 2))).toBe('it has more than 15 digits');
});
