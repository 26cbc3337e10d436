import type { Server } from 'node:http';

/** How often idle connections are looked for. */
const sweepMs = 50;

/** How long a request under way may still take. */
const patience = 10_000;

/**
 * Stops taking connections and resolves when the requests under way are answered. A connection outlives its
 * last answer, so it is closed as soon as it is idle; one whose request never ends is cut when `patienceMs`
 * are over, since a server that closes no longer watches for those itself.
 */
export async function drainServer(server: Server, patienceMs = patience): Promise<void> {
  const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  try {
    await new Promise<void>((resolve, reject) => {
      server.close((error) => (error ? reject(error) : resolve()));
    });
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
  }
}
