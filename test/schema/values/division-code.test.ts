import { parseDivisionCode } from '../../../schema/values/division-code';
import { fault } from './refusal';

test('a division is written in 6, 9 or 12 digits', () => {
  for (const code of ['500112', '500112001', '500112001002']) expect(parseDivisionCode(code)).toBe(code);
  expect(parseDivisionCode(' 500112 ')).toBe('500112');
});

test('a division that was dissolved is still a division', () => {
  expect(parseDivisionCode('510224')).toBe('510224');
});

test('another length is told', () => {
  for (const [code, length] of [
    ['50', 2],
    ['5001120', 7],
    ['5001120010020', 13],
  ] as const) {
    expect(fault(() => parseDivisionCode(code))).toBe(`it has ${length} digits`);
  }
});

test('names, full-width digits and inner spaces are refused', () => {
  for (const written of ['渝北区', '５００１１２', '500 112', '50011X', '']) {
    expect(fault(() => parseDivisionCode(written))).toBe('it holds other characters than digits');
  }
});
