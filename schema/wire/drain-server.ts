import type { Server } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';

/** How often idle connections are looked for. */
const sweepMs = 50;

/** How long somebody who has just connected may take to send a request. */
const graceMs = 500;

/** How long a request under way may still take. */
const patience = 10_000;

/** How often it is looked whether others are still connecting, before listening ends all the same. */
const mostTurns = 100;

/**
 * Stops taking connections and resolves when the requests under way are answered. A connection outlives its
 * last answer, so it is closed as soon as it is idle; one whose request never ends is cut when `patienceMs`
 * are over.
 *
 * No client is to see its request fail for that. So listening ends when the process has taken all connections that the
 * system holds for it, and whoever has just connected may send its request yet; `server.close` would cut them all.
 */
export async function drainServer(server: Server, patienceMs = patience): Promise<void> {
  let newest = Number.NEGATIVE_INFINITY;
  server.on('connection', () => (newest = performance.now()));
  const closeIdle = (): void => {
    if (performance.now() - newest > graceMs) server.closeIdleConnections();
  };
  // What clients sent has been read by then.
  const sweep = setInterval(() => setImmediate(closeIdle), sweepMs);
  const cut = setTimeout(() => server.closeAllConnections(), patienceMs);
  try {
    await untilNobodyConnects(() => newest);
    await new Promise<void>((resolve, reject) => {
      TcpServer.prototype.close.call(server, (error) => (error ? reject(error) : resolve()));
    });
  } finally {
    clearInterval(sweep);
    clearTimeout(cut);
    // Nobody is connected any more; it would go on to look for clients that dawdle.
    server.close();
  }
}

async function untilNobodyConnects(newest: () => number): Promise<void> {
  for (let turns = 0; turns < mostTurns; turns += 1) {
    const before = newest();
    await turn();
    if (newest() === before) return;
  }
}
