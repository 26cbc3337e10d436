import fc from 'fast-check';

import { formatInstant, parseInstant } from '../../../schema/values/instant';
import { fault } from './refusal';
import { run } from './synthetic-id-number';

describe('parseInstant', () => {
  test('reads an instant in any zone', () => {
    for (const written of [
      '2018-05-31T08:30:00+08:00',
      '2018-05-31T00:30:00Z',
      '2018-05-30T19:30:00.000-05:00',
      ' 2018-05-31T08:30:00+08:00 ',
    ]) {
      expect(parseInstant(written)).toEqual(new Date(Date.UTC(2018, 4, 31, 0, 30)));
    }
  });

  test('cuts a fraction to milliseconds', () => {
    expect(parseInstant('2018-05-31T00:30:00.5Z').getUTCMilliseconds()).toBe(500);
    expect(parseInstant('2018-05-31T00:30:00.123987654Z').getUTCMilliseconds()).toBe(123);
  });

  test('refuses a date alone', () => {
    expect(fault(() => parseInstant('2018-05-31'))).toBe('it is a date without a time');
  });

  test('refuses a time without a zone, which would be read in that of the machine', () => {
    expect(fault(() => parseInstant('2018-05-31T08:30:00'))).toBe('it has no zone');
    expect(fault(() => parseInstant('2018-05-31T08:30:00.5'))).toBe('it has no zone');
  });

  test('refuses a day that does not exist', () => {
    expect(fault(() => parseInstant('2018-02-29T08:30:00+08:00'))).toBe('the calendar has no such day');
  });

  test('refuses hours, minutes, leap seconds and offsets that a clock does not show, and other forms', () => {
    for (const written of [
      '2018-05-31T24:00:00Z',
      '2018-05-31T08:60:00Z',
      '2016-12-31T23:59:60Z',
      '2018-05-31T08:30:00+24:00',
      '2018-05-31T08:30:00+0800',
      '2018-05-31T08:30Z',
      '2018-05-31 08:30:00+08:00',
      '2018-05-31T08:30:00.Z',
      '20180531T083000Z',
      '1527726600000',
      'now',
    ]) {
      expect(fault(() => parseInstant(written))).toBe('it is not written as an instant');
    }
  });

  test('refuses an instant whose day in China is beyond the years that there are', () => {
    expect(() => parseInstant('2999-12-31T23:00:00Z')).toThrow('no date in China');
  });
});

describe('formatInstant', () => {
  test('writes Beijing time, with milliseconds where there are any', () => {
    expect(formatInstant(new Date('2018-05-31T00:30:00Z'))).toBe('2018-05-31T08:30:00+08:00');
    expect(formatInstant(new Date('2018-05-31T16:00:00.070Z'))).toBe('2018-06-01T00:00:00.070+08:00');
  });

  test('is read back as the same instant', () => {
    const instants = fc.date({
      min: new Date('1800-01-01T00:00:00Z'),
      max: new Date('2999-12-31T15:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instants,
        (instant) => parseInstant(formatInstant(instant)).getTime() === instant.getTime(),
      ),
      run,
    );
  });

  test('refuses an invalid instant', () => {
    expect(fault(() => formatInstant(new Date(NaN)))).toBe('the instant has no date in China');
  });
});
