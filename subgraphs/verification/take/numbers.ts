import { formatInstant } from '../../../schema/values/instant';
import type { Office } from '../office';

/** Crockford's digits: none that could be read as another. */
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new number, such as HC-2018-7K3QF-9M2TX: the year, and 50 bits that nobody can guess. */
export function newNumber(prefix: 'HC' | 'PC' | 'YJ', { random }: Pick<Office, 'random'>, now: Date): string {
  const drawn = [...random(10)].map((byte) => digits[byte % digits.length]).join('');
  return `${prefix}-${formatInstant(now).slice(0, 4)}-${drawn.slice(0, 5)}-${drawn.slice(5)}`;
}
