import { parseUnitNumber } from '../../../schema/values/unit-number';
import { fault } from './refusal';

const number = '500199001002GB00013F00010001';

test('a real-estate unit number has the form of GB/T 37346', () => {
  expect(parseUnitNumber(` ${number}\n`)).toBe(number);
});

test('a wrong length is told, as when a space was left inside', () => {
  expect(fault(() => parseUnitNumber(number.slice(1)))).toBe('it has 27 characters');
  expect(fault(() => parseUnitNumber(number.replace('GB', ' GB')))).toBe('it has 29 characters');
});

test('lower case, full-width characters and another order are refused', () => {
  for (const wrong of [number.toLowerCase(), number.replace('5', '\uff15'), number.replace('GB0', '0GB')]) {
    expect(fault(() => parseUnitNumber(wrong))).toBe('its digits and capitals are out of order');
  }
});
