import fc from 'fast-check';
import type { CalendarDate } from '../../../../schema/values/calendar-date';
import { daysAfter, daysFrom, isWeekend } from '../../../../subgraphs/verification/clocks/calendar-days';
import { loadClocks } from '../../../../subgraphs/verification/clocks/load-clocks';

const { workingDays } = loadClocks();
const run = { seed: 20180701, numRuns: 300 };

const first = '2016-01-01' as CalendarDate;
const aDay = fc.integer({ min: 0, max: 4_400 }).map((days) => daysAfter(first, days));
const aCount = fc.integer({ min: 1, max: 60 });

/** Days of a stretch that are not what their weekday says: `-` for a day off, `+` for a day of a weekend that is worked. */
function exceptions(from: string, to: string): readonly string[] {
  return daysFrom(from as CalendarDate, to as CalendarDate)
    .filter((day) => workingDays.isWorkingDay(day) === isWeekend(day))
    .map((day) => `${isWeekend(day) ? '+' : '-'}${day}`);
}

describe('The working days of China', () => {
  test('are to the day those of the half-year that the bureau published', () => {
    expect(exceptions('2018-01-01', '2018-07-31')).toEqual([
      '-2018-01-01',
      '+2018-02-11',
      '-2018-02-15',
      '-2018-02-16',
      '-2018-02-19',
      '-2018-02-20',
      '-2018-02-21',
      '+2018-02-24',
      '-2018-04-05',
      '-2018-04-06',
      '+2018-04-08',
      '+2018-04-28',
      '-2018-04-30',
      '-2018-05-01',
      '-2018-06-18',
    ]);
  });

  test('begin on 3 February in 2020, whose Spring Festival was extended', () => {
    expect(exceptions('2020-01-15', '2020-02-10')).toEqual([
      '+2020-01-19',
      '-2020-01-24',
      '-2020-01-27',
      '-2020-01-28',
      '-2020-01-29',
      '-2020-01-30',
      '-2020-01-31',
    ]);
  });

  test('follow the second notice on Labour Day of 2019, and the next year’s on New Year', () => {
    expect(exceptions('2019-04-20', '2019-05-10')).toEqual([
      '+2019-04-28',
      '-2019-05-01',
      '-2019-05-02',
      '-2019-05-03',
      '+2019-05-05',
    ]);
    expect(exceptions('2018-12-24', '2019-01-04')).toEqual(['+2018-12-29', '-2018-12-31', '-2019-01-01']);
  });

  // Every day off on a weekday is one of the statutory ones or is made up for on a weekend. The extension of 2020 was
  // not: it took a Friday and the Saturday that was to be worked.
  test.each([
    [11, 2016, 2024],
    [13, 2025, 2026],
  ])('are the weekdays of a year less %i statutory days, from %i to %i', (statutory, from, to) => {
    for (let year = from; year <= to; year += 1) {
      const days = daysFrom(`${year}-01-01` as CalendarDate, `${year}-12-31` as CalendarDate);
      const [weekdays, worked] = [
        days.filter((day) => !isWeekend(day)),
        days.filter((day) => workingDays.isWorkingDay(day)),
      ];
      expect([year, weekdays.length - worked.length]).toEqual([
        year,
        year === 2020 ? statutory + 2 : statutory,
      ]);
    }
  });

  test('are certain where a notice speaks, and in the last days of December only where the next year’s does', () => {
    const isCertain = (day: string) => workingDays.isCertain(day as CalendarDate);
    expect(['2015-12-31', '2016-01-01', '2025-12-31', '2026-12-24'].map(isCertain)).toEqual([
      false,
      true,
      true,
      true,
    ]);
    expect(['2026-12-25', '2027-10-01'].map(isCertain)).toEqual([false, false]);
  });

  test('are weekdays in a year without a notice', () => {
    expect(exceptions('2029-01-01', '2029-12-31')).toEqual([]);
  });
});

describe('Counting working days', () => {
  test('leaves the first day out, and passes over holidays', () => {
    expect(workingDays.addWorkingDays('2018-02-13' as CalendarDate, 3)).toBe('2018-02-23');
    expect(workingDays.addWorkingDays('2018-02-10' as CalendarDate, 1)).toBe('2018-02-11');
    expect(workingDays.addWorkingDays('2018-02-22' as CalendarDate, -1)).toBe('2018-02-14');
    expect(workingDays.workingDaysBetween('2018-02-13' as CalendarDate, '2018-02-23' as CalendarDate)).toBe(
      3,
    );
  });

  test('is undone by counting how many there are between', () => {
    fc.assert(
      fc.property(aDay, aCount, fc.boolean(), (day, count, back) => {
        const days = back ? -count : count;
        const reached = workingDays.addWorkingDays(day, days);
        expect(workingDays.workingDaysBetween(day, reached)).toBe(days);
      }),
      run,
    );
  });

  test('never ends on a day off', () => {
    fc.assert(
      fc.property(aDay, aCount, (day, count) => {
        expect(workingDays.isWorkingDay(workingDays.addWorkingDays(day, count))).toBe(true);
        expect(workingDays.isWorkingDay(workingDays.onOrAfter(day))).toBe(true);
      }),
      run,
    );
  });

  test('ends later for a later day or for more days, and never at once', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 30 }), aCount, (day, later, count) => {
        const reached = workingDays.addWorkingDays(day, count);
        expect(reached > day).toBe(true);
        expect(workingDays.addWorkingDays(daysAfter(day, later), count) >= reached).toBe(true);
        expect(workingDays.addWorkingDays(day, count + 1) > reached).toBe(true);
      }),
      run,
    );
  });

  test('in one stretch or in two comes to the same', () => {
    fc.assert(
      fc.property(aDay, aCount, aCount, (day, one, other) => {
        expect(workingDays.addWorkingDays(workingDays.addWorkingDays(day, one), other)).toBe(
          workingDays.addWorkingDays(day, one + other),
        );
      }),
      run,
    );
  });

  test('refuses none, and parts of a day', () => {
    for (const count of [0, 1.5, Number.NaN]) {
      expect(() => workingDays.addWorkingDays(first, count)).toThrow(RangeError);
    }
  });
});
