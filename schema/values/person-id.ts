import { createHmac } from 'node:crypto';

import type { IdNumber } from './id-number';
import { ValueError } from './value-error';

/** The pseudonym of a person in every key, URL and log: 32 lower-case hexadecimal digits. */
export type PersonId = string & { readonly __brand: 'PersonId' };

/**
 * The pseudonym of a person: the first 16 bytes of HMAC-SHA256 over the 18 characters of the number.
 *
 * Source: design of this project, "A person is an opaque id". Records of one person are joined across
 * departments by it, so it must come out the same in each, and all share one key. It is keyed because numbers
 * are few enough to be hashed one and all. It is hexadecimal because the default collations of databases
 * ignore case, under which two Base64 ids could be equal.
 *
 * @throws ValueError for an empty key, under which anyone could make the pseudonym.
 */
export function personIdOf(number: IdNumber, key: Uint8Array): PersonId {
  if (key.length === 0) throw new ValueError('the key is empty', 'the secret key that the departments share');
  return createHmac('sha256', key).update(number, 'ascii').digest('hex').slice(0, 32) as PersonId;
}

/** Whether the text has the form of a pseudonym; whether there is such a person is for a registry to say. */
export function isPersonId(text: string): text is PersonId {
  return /^[0-9a-f]{32}$/.test(text);
}
