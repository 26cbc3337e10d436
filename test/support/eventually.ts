import { setTimeout as pause } from 'node:timers/promises';

/** Asks again and again until there is something, and rejects where there is nothing within `patienceMs`. */
export async function eventually<T>(
  what: string,
  patienceMs: number,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > until) throw new Error(`waited ${patienceMs} ms in vain: ${what}`);
    await pause(20);
  }
}
