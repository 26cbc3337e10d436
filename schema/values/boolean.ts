import { ValueError } from './value-error';

const EXPECTED = 'true, false, 1, 0, 是 or 否';

const WORDS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['1', true],
  ['是', true],
  ['false', false],
  ['0', false],
  ['否', false],
]);

/**
 * Reads a yes or no of an exchange file (registries.md, "Rules for every file"): true, false, 1, 0, 是, 否.
 * White space around it and the case of Latin letters are ignored.
 * @throws ValueError for any other word; an empty cell is not a no.
 */
export function parseBoolean(text: string): boolean {
  const value = WORDS.get(text.trim().toLowerCase());
  if (value === undefined) throw new ValueError('it is neither a yes nor a no', EXPECTED);
  return value;
}
