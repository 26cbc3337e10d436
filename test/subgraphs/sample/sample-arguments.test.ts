import { sampleArguments } from '../../../subgraphs/sample/sample-arguments';
import { UsageError } from '../../../subgraphs/sample/usage-error';

function read(line: string) {
  return sampleArguments(line.split(' ').filter(Boolean));
}

function expectRefused(line: string, message: string) {
  const refusal = (() => {
    try {
      return read(line);
    } catch (error) {
      return error;
    }
  })();
  expect(refusal).toBeInstanceOf(UsageError);
  expect((refusal as UsageError).message).toBe(message);
}

describe('The command line of the sample', () => {
  it('takes households, seed, folder and date', () => {
    expect(read('--households 200 --seed 7 --out some/folder --date 2020/1/31')).toEqual({
      households: 200,
      seed: 7,
      directory: 'some/folder',
      date: '2020-01-31',
    });
  });

  it('has a fixed seed and a fixed day where none is given', () => {
    expect(read('--households 1 --out a')).toMatchObject({ seed: 1, date: '2018-07-01' });
  });

  it('gives help', () => {
    expect(read('-h')).toBe('help');
  });

  it.each(['0', '-1', '1.5', '1e3', 'many', '150001', '99999999999'])('refuses %s households', (number) => {
    expectRefused(`--households=${number} --out a`, '--households: expected a whole number from 1 to 150000');
  });

  it.each(['-1', '4294967296', 'x'])('refuses the seed %s', (seed) => {
    expectRefused(
      `--households 1 --out a --seed=${seed}`,
      '--seed: expected a whole number from 0 to 4294967295',
    );
  });

  it('refuses a day that does not exist, or that no district can be made for', () => {
    expectRefused(
      '--households 1 --out a --date 2018-02-30',
      '--date: the calendar has no such day; expected a date as YYYY-MM-DD, YYYYMMDD or YYYY/M/D',
    );
    expectRefused(
      '--households 1 --out a --date 1999-12-31',
      '--date: expected a day from 2000-01-01 to 2099-12-31',
    );
  });

  it('refuses what is missing, unknown or too much, in one line', () => {
    expectRefused('--out a', '--households is missing');
    expectRefused('--households 1', '--out is missing; expected the folder to write to');
    expectRefused('--households 1 --out a --size 3', "Unknown option '--size'");
    expectRefused('--households 1 --out a more', "Unexpected argument 'more'");
  });
});
