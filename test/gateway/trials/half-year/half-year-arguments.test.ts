import { resolve } from 'node:path';
import { defaultSeed, halfYearArguments } from '../../../../gateway/trials/half-year/half-year-arguments';

describe('The command line of a half-year', () => {
  it('needs nothing', () => {
    expect(halfYearArguments([])).toEqual({ seed: defaultSeed, keep: null });
  });

  it('takes a seed and a folder', () => {
    expect(halfYearArguments(['--seed', '7', '--keep', 'kept'])).toEqual({ seed: 7, keep: resolve('kept') });
  });

  it.each([
    [['--seed', 'x'], '--seed: expected a whole number from 0 to 4294967295'],
    [['--seed', '4294967296'], '--seed: expected a whole number from 0 to 4294967295'],
    [['--keep', ''], '--keep: expected a folder'],
    [['--households', '5'], "Unknown option '--households'"],
  ])('refuses %j', (args, message) => {
    expect(() => halfYearArguments(args)).toThrow(message);
  });
});
