import { catalogueError } from '../../../schema/wire/catalogue-error';
import { redactIdNumbers } from '../../../schema/values/id-number';

const longest = 2000;
const longestKey = 64;

/**
 * What somebody wrote for the file, without white space around it. Throws REASON_NEEDED where nothing is written, and
 * TEXT_INVALID where it is too long, has control characters, or holds an identity number.
 */
export function writtenText(text: string): string {
  const written = text.normalize('NFC').trim();
  if (written === '') throw catalogueError('REASON_NEEDED');
  // A note may have lines, and nothing else that does not print.
  const isFit =
    [...written].length <= longest && !/[^\P{C}\n]/u.test(written) && redactIdNumbers(written) === written;
  if (!isFit) throw catalogueError('TEXT_INVALID');
  return written;
}

/** A client's key for a step. Throws TEXT_INVALID where it is empty or too long. */
export function clientKey(key: string): string {
  if (key === '' || key.length > longestKey) throw catalogueError('TEXT_INVALID');
  return key;
}
