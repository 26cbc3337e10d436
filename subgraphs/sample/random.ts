/** A source of choices that are the same at every run and on every machine. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  under(below: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** True in that share of cases. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** One of several, each as often as its share of the sum says. */
  weighted<T>(shares: readonly (readonly [T, number])[]): T;
}

/**
 * A stream of its own for each seed, household and purpose: a registry that draws once more changes no other
 * registry, and a household is the same however many follow it. sfc32 (PractRand, Chris Doty-Humphrey), on
 * 32-bit integers alone, so that no machine rounds it differently.
 */
export function seededRandom(seed: number, index: number, purpose: string): Random {
  return new Sfc32(seed, index, hashOf(purpose));
}

class Sfc32 implements Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(a: number, b: number, c: number) {
    this.#a = a | 0;
    this.#b = b | 0;
    this.#c = c | 0;
    // Neighbouring seeds begin alike; after some rounds they have nothing in common.
    for (let round = 0; round < 15; round += 1) this.#next();
  }

  under(below: number): number {
    return Math.floor(this.#next() * below);
  }

  between(least: number, most: number): number {
    return least + this.under(most - least + 1);
  }

  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.under(from.length)] as T;
  }

  weighted<T>(shares: readonly (readonly [T, number])[]): T {
    let left = this.#next() * shares.reduce((sum, [, share]) => sum + share, 0);
    for (const [value, share] of shares) {
      left -= share;
      if (left < 0) return value;
    }
    return this.pick(shares)[0];
  }

  /** From 0 up to, not including, 1. */
  #next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (this.#c << 21) | (this.#c >>> 11);
    this.#c = (this.#c + sum) | 0;
    return (sum >>> 0) / 2 ** 32;
  }
}

const hashes = new Map<string, number>();

/** FNV-1a over the characters of a purpose. */
function hashOf(purpose: string): number {
  const known = hashes.get(purpose);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const character of purpose) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hashes.set(purpose, hash);
  return hash;
}
