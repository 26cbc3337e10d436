import { parseYearMonth } from '../../../schema/values/year-month';
import { fault } from './refusal';

test('a month is read in both forms of an exchange file', () => {
  for (const written of ['2018-05', '201805', ' 2018-05 ']) expect(parseYearMonth(written)).toBe('2018-05');
});

test('a month that the year does not have is refused', () => {
  for (const written of ['2018-00', '2018-13', '201813']) {
    expect(fault(() => parseYearMonth(written))).toBe('the year has no such month');
  }
});

test('a year outside 1800 to 2999 is refused', () => {
  for (const written of ['1799-12', '300001']) {
    expect(fault(() => parseYearMonth(written))).toBe('the year is outside 1800 to 2999');
  }
});

test('a date, a short month and other forms are refused', () => {
  for (const written of ['2018-05-31', '20180531', '2018-5', '2018/05', '2018年5月', '２０１８０５']) {
    expect(fault(() => parseYearMonth(written))).toBe('it is not written as a month');
  }
});
