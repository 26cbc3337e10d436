/** Remembers the nonces of calls until their signatures end, so that no call is answered twice. */
export class NonceMemory {
  readonly #expiries = new Map<string, number>();
  #nextSweep = 0;

  /** True where the nonce was not seen before. Times are in milliseconds since the epoch. */
  remember(nonce: string, expires: number, now: number): boolean {
    if (now >= this.#nextSweep) this.#sweep(now);
    if (this.#expiries.has(nonce)) return false;
    this.#expiries.set(nonce, expires);
    return true;
  }

  #sweep(now: number): void {
    for (const [nonce, expires] of this.#expiries) if (expires <= now) this.#expiries.delete(nonce);
    this.#nextSweep = now + 1000;
  }
}
