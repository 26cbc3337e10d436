import { LRUCache } from 'lru-cache';
import type { PreparedOperation } from './prepared-operation';

/**
 * Characters of operations and plans that are kept of what nobody published: 190 as large as the published
 * HouseholdProfile, or 880 small ones. In memory a character takes 6 to 15 bytes, so that all of it is 60 MB.
 */
const keptCharacters = 4 * 1024 * 1024;

/** Operations with their plans: the published ones for good, of all others the least used are forgotten. */
export class PreparedOperations {
  readonly #published = new Map<string, PreparedOperation>();
  readonly #others: LRUCache<string, PreparedOperation>;

  constructor(maxSize = keptCharacters) {
    this.#others = new LRUCache({ maxSize, sizeCalculation: ({ size }) => size });
  }

  get(key: string): PreparedOperation | undefined {
    return this.#published.get(key) ?? this.#others.get(key);
  }

  keep(key: string, prepared: PreparedOperation): void {
    this.#others.set(key, prepared);
  }

  publish(key: string, prepared: PreparedOperation): void {
    this.#published.set(key, prepared);
    this.#others.delete(key);
  }

  get count(): number {
    return this.#published.size + this.#others.size;
  }
}
