import { createServer } from 'node:http';
import type { Express } from 'express';
import { drainServer } from '../../schema/wire/drain-server';
import { listenOn } from '../../schema/wire/listen-on';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Stops taking connections and resolves when the requests under way are answered or cut. */
  close(): Promise<void>;
}

/**
 * Listens on an address; port 0 takes a free one. A client has 5 s for its headers and 10 s for a request, an idle
 * connection 5 s, and all of them together 1,000 connections: whoever dawdles keeps nobody else out.
 */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = createServer(
    {
      requestTimeout: 10_000,
      headersTimeout: 5_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 1_000,
    },
    app,
  );
  server.maxConnections = 1_000;
  return { url: await listenOn(server, host, port), close: () => drainServer(server) };
}
