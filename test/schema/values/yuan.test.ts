import fc from 'fast-check';

import { formatYuan, parseYuan, type Fen } from '../../../schema/values/yuan';
import { fault } from './refusal';
import { run } from './synthetic-id-number';

describe('parseYuan', () => {
  test('reads an amount of yuan as fen', () => {
    const read: [string, number][] = [
      ['546', 54600],
      ['546.5', 54650],
      ['546.05', 54605],
      ['0', 0],
      ['0.01', 1],
      ['007.10', 710],
      [' 1 ', 100],
      ['1.10', 110],
      ['4.35', 435],
    ];
    for (const [written, fen] of read) expect(parseYuan(written)).toBe(fen);
  });

  test('holds an amount just below the limit exactly, and refuses the limit', () => {
    expect(parseYuan('99999999999.99')).toBe(9999999999999);
    expect(fault(() => parseYuan('100000000000'))).toBe('the amount is too large');
    expect(fault(() => parseYuan('9'.repeat(400)))).toBe('the amount is too large');
  });

  test('refuses a negative amount, for no registry holds one', () => {
    for (const written of ['-1', '-0.05', '-0']) {
      expect(fault(() => parseYuan(written))).toBe('the amount is negative');
    }
  });

  test('refuses a third decimal instead of rounding', () => {
    for (const written of ['1.005', '1.000']) {
      expect(fault(() => parseYuan(written))).toBe('it has more than two decimals');
    }
  });

  test('refuses signs, separators, exponents, units and full-width digits', () => {
    for (const written of [
      '+1',
      '1,000',
      '1 000',
      '1e3',
      '.5',
      '5.',
      '1.2.3',
      '￥5',
      '5元',
      '５',
      '0x10',
      'NaN',
      'Infinity',
      '--1',
    ]) {
      expect(fault(() => parseYuan(written))).toBe('it is not written as an amount');
    }
  });
});

describe('formatYuan', () => {
  test('writes two places, with the sign of a difference', () => {
    const written: [number, string][] = [
      [54600, '546.00'],
      [5, '0.05'],
      [-5, '-0.05'],
      [-54605, '-546.05'],
      [0, '0.00'],
      [-0, '0.00'],
    ];
    for (const [fen, yuan] of written) expect(formatYuan(fen as Fen)).toBe(yuan);
  });

  test('is read back as the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 - 1 }), (fen) => parseYuan(formatYuan(fen as Fen)) === fen),
      run,
    );
  });

  test('refuses what is no whole number of fen', () => {
    for (const wrong of [0.5, NaN, Infinity, 2 ** 53]) {
      expect(fault(() => formatYuan(wrong as Fen))).toBe('it is not a whole number of fen');
    }
  });
});
