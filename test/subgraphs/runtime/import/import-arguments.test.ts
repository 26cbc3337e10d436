import { importArguments } from '../../../../subgraphs/runtime/import/import-arguments';
import { people } from './exchange-rows';

const now = new Date('2018-07-02T09:00:00+08:00');
const read = (...args: string[]) => importArguments(args, now);

test('a folder alone', () => {
  expect(read('data/in')).toEqual({ directory: 'data/in', asOf: undefined, replace: false, keepGood: false });
});

test('all options, before and after the folder', () => {
  expect(read('--replace', '--as-of', '2018-05-31T08:30:00+08:00', 'in', '--keep-good')).toEqual({
    directory: 'in',
    asOf: new Date('2018-05-31T08:30:00+08:00'),
    replace: true,
    keepGood: true,
  });
});

test('help', () => {
  expect(read('--help')).toBe('help');
});

test.each([
  [[], '0 folders are given; expected one with exchange files'],
  [['a', 'b'], '2 folders are given; expected one with exchange files'],
  [['a', '--repalce'], "Unknown option '--repalce'"],
  [['a', '--as-of'], "Option '--as-of <value>' argument missing"],
  [['a', '--replace=yes'], "Option '--replace' does not take an argument"],
  [
    ['a', '--as-of', '2018-05-31'],
    '--as-of: it is a date without a time; expected an RFC 3339 instant with ',
  ],
  [
    ['a', '--as-of', '2018-05-31T08:30:00'],
    '--as-of: it has no zone; expected an RFC 3339 instant with its zone',
  ],
  [
    ['a', '--as-of', '2018-07-02T09:00:01+08:00'],
    '--as-of: the instant is in the future; expected one that is past',
  ],
])('%j is told in one line', (args, message) => {
  expect(() => importArguments(args, now)).toThrow(message);
  expect(() => importArguments(args, now)).toThrow(/^.*$/);
});

test('an identity number given as an option is not repeated', () => {
  let said = '';
  try {
    read('in', `--${people.an}`);
  } catch (error) {
    said = (error as Error).message;
  }
  expect(said).toBe("Unknown option '--[redacted]'");
});
