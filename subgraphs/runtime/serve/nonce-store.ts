/**
 * How much longer than its signature a nonce is kept, in milliseconds: a clock may be set back, and that of another
 * process may be behind.
 */
export const nonceMargin = 5000;

/** Remembers the nonces of calls, so that no call is answered twice. Times are in milliseconds since the epoch. */
export interface NonceStore {
  /** True where the nonce of a signature that ends at `expires` was not seen before. Rejects where that cannot be told: then nobody is answered. */
  remember(nonce: string, expires: number, now: number): Promise<boolean>;
  /** Whether it can tell at this moment. */
  isReady(): boolean;
  close(): Promise<void>;
}
