import { nonceMargin, type NonceStore } from './nonce-store';

/** The nonces of the calls that this process alone is sent. */
export class NonceMemory implements NonceStore {
  /** Until when each is kept. */
  readonly #expiries = new Map<string, number>();
  #nextSweep = 0;

  async remember(nonce: string, expires: number, now: number): Promise<boolean> {
    if (now >= this.#nextSweep) this.#sweep(now);
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
