import { createHmac } from 'node:crypto';

import { parseIdNumber } from '../../../schema/values/id-number';
import { isPersonId, personIdOf } from '../../../schema/values/person-id';
import { fault } from './refusal';
import { syntheticIdNumber } from './synthetic-id-number';

const key = Buffer.from('a key for tests, shared by every department');
const { number } = parseIdNumber(syntheticIdNumber('1966-03-15', '002'));

test('a person has one pseudonym in every department that holds the key', () => {
  const id = personIdOf(number, key);
  expect(personIdOf(number, Uint8Array.from(key))).toBe(id);
  expect(id).toBe(
    createHmac('sha256', key).update(Buffer.from(number)).digest().subarray(0, 16).toString('hex'),
  );
  expect(isPersonId(id)).toBe(true);
});

test('the old and the new form of a number are one person', () => {
  const old = parseIdNumber(number.slice(0, 6) + number.slice(8, 17));
  expect(personIdOf(old.number, key)).toBe(personIdOf(number, key));
});

test('another key or another person gives another pseudonym', () => {
  const other = parseIdNumber(syntheticIdNumber('1966-03-15', '003')).number;
  const ids = [
    personIdOf(number, key),
    personIdOf(other, key),
    personIdOf(number, Buffer.from('another key')),
  ];
  expect(new Set(ids).size).toBe(3);
});

test('an empty key is refused, for anyone could make its pseudonyms', () => {
  expect(fault(() => personIdOf(number, Buffer.alloc(0)))).toBe('the key is empty');
});

test('a number, capitals and other lengths are no pseudonym', () => {
  const id = personIdOf(number, key);
  for (const other of [number, `${'A'.repeat(32)}`, id.slice(1), `${id}0`, `${id}\n`, ` ${id}`, '']) {
    expect(isPersonId(other)).toBe(false);
  }
});
