import { callerLifetime } from '../../../schema/wire/caller';
import { nonceMargin, type NonceStore } from './nonce-store';

/** The nonces of the calls that this process alone is sent. */
export class NonceMemory implements NonceStore {
  /** Until when each is kept. */
  readonly #expiries = new Map<string, number>();
  readonly #since: number;
  #nextSweep = 0;

  /** `since` is when it begins to remember: a call that was signed before may have been answered already. */
  constructor(since: Date) {
    // Signatures tell the second alone.
    this.#since = Math.floor(since.getTime() / 1000) * 1000;
  }

  async remember(nonce: string, expires: number, now: number): Promise<boolean> {
    if (now >= this.#nextSweep) this.#sweep(now);
    if (expires - callerLifetime * 1000 < this.#since) return false;
    if (this.#expiries.has(nonce)) return false;
    this.#expiries.set(nonce, expires + nonceMargin);
    return true;
  }

  isReady(): boolean {
    return true;
  }

  async close(): Promise<void> {
    this.#expiries.clear();
  }

  #sweep(now: number): void {
    for (const [nonce, expires] of this.#expiries) if (expires <= now) this.#expiries.delete(nonce);
    this.#nextSweep = now + 1000;
  }
}
