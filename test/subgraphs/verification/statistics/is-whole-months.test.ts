import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { isWholeMonths } from '../../../../subgraphs/verification/statistics/is-whole-months';

test.each([
  ['2018-01-01', '2018-06-30', true],
  ['2018-02-01', '2018-02-28', true],
  ['2016-02-01', '2016-02-29', true],
  ['2017-12-01', '2018-01-31', true],
  ['2016-02-01', '2016-02-28', false],
  ['2018-01-02', '2018-06-30', false],
  ['2018-01-01', '2018-06-29', false],
  ['2018-07-01', '2018-06-30', false],
])('From %s to %s are whole months: %s', (from, to, are) => {
  expect(isWholeMonths(from as CalendarDate, to as CalendarDate)).toBe(are);
});
