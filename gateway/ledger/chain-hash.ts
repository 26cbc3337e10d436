import { hash } from 'node:crypto';

/** SHA-256 of a text's UTF-8, in hexadecimal digits. */
export function digestOf(text: string): string {
  return hash('sha256', text, 'hex');
}

/**
 * The hash of a record in a chain, over the hash before it and its own text. A hash is always as long as another, so
 * no text can be taken for a part of one. The record that a chain begins with has none before it: ''.
 */
export function linkHash(previous: string, body: string): string {
  return digestOf(previous + body);
}
