import fc from 'fast-check';

import { calendarDateOf, isCalendarDate, parseCalendarDate } from '../../../schema/values/calendar-date';
import { fault } from './refusal';
import { run } from './synthetic-id-number';

const allDays = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10));

describe('parseCalendarDate', () => {
  test('reads the three forms of an exchange file', () => {
    for (const written of ['2018-05-01', '20180501', '2018/5/1', '2018/05/01', ' 2018-05-01 ']) {
      expect(parseCalendarDate(written)).toBe('2018-05-01');
    }
  });

  test('makes the same day of each form, for every day that there is', () => {
    fc.assert(
      fc.property(allDays, (day) => {
        const [year, month, date] = day.split('-').map(Number);
        return [day, day.replaceAll('-', ''), `${year}/${month}/${date}`].every(
          (written) => parseCalendarDate(written) === day,
        );
      }),
      run,
    );
  });

  test('refuses days that the calendar does not have', () => {
    for (const written of ['2018-02-29', '19000229', '2018/4/31', '2018-13-01', '2018-00-10', '2018/1/0']) {
      expect(fault(() => parseCalendarDate(written))).toBe('the calendar has no such day');
    }
    for (const leapDay of ['2016-02-29', '2000-02-29']) expect(parseCalendarDate(leapDay)).toBe(leapDay);
  });

  test('refuses years outside 1800 to 2999', () => {
    for (const written of ['1799-12-31', '3000-01-01', '00000000']) {
      expect(fault(() => parseCalendarDate(written))).toBe('the year is outside 1800 to 2999');
    }
    for (const edge of ['1800-01-01', '2999-12-31']) expect(parseCalendarDate(edge)).toBe(edge);
  });

  test('refuses other forms', () => {
    for (const written of [
      '2018-5-1',
      '18-05-01',
      '2018/5/1 0:00',
      '31/05/2018',
      '2018.05.01',
      '2018年5月1日',
      '2018-05-31T08:30:00Z',
      '2018/005/1',
      '２０１８-05-01',
      '-2018-05-01',
      '43221',
    ]) {
      expect(fault(() => parseCalendarDate(written))).toBe('it is not written as a date');
    }
  });
});

test('only the canonical form is a calendar date', () => {
  fc.assert(fc.property(allDays, isCalendarDate), run);
  for (const other of ['20180501', '2018/5/1', ' 2018-05-01', '2018-05-01\n', '2018-02-30', '']) {
    expect(isCalendarDate(other)).toBe(false);
  }
});

describe('calendarDateOf', () => {
  test('is the day in China, which begins at 16:00 UTC', () => {
    expect(calendarDateOf(new Date('2018-05-31T15:59:59.999Z'))).toBe('2018-05-31');
    expect(calendarDateOf(new Date('2018-05-31T16:00:00Z'))).toBe('2018-06-01');
    expect(calendarDateOf(new Date('2018-12-31T16:00:00Z'))).toBe('2019-01-01');
  });

  test('refuses an invalid instant and one beyond the years that there are', () => {
    for (const instant of [new Date(NaN), new Date(8.64e15), new Date('3000-01-01T00:00:00Z')]) {
      expect(fault(() => calendarDateOf(instant))).toBe('the instant has no date in China');
    }
  });
});
