import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** JSON.stringify escapes half a character, for which RFC 8785 has no form; of letters, nothing else is escaped so. */
const loneSurrogate = /(?<!\\)(?:\\\\)*\\ud[89a-f]/;

/**
 * The one text of a value by RFC 8785.
 * @throws Error for what has no such text, such as NaN or half of a surrogate pair
 */
export function canonicalJson(value: object): string {
  const text = canonicalize(value);
  if (text === undefined || loneSurrogate.test(text)) throw new Error('the value has no canonical text');
  return text;
}

/** SHA-256 of a text in UTF-8, in hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
