import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import { drainServer } from '../../schema/wire/drain-server';
import { listenOn } from '../../schema/wire/listen-on';

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Stops taking connections and resolves when the requests under way are answered or cut. */
  close(): Promise<void>;
}

/** How long clients may take, in milliseconds, and how many may be connected. */
export interface Patience {
  readonly headersMs: number;
  /** For a whole request, headers and body. */
  readonly requestMs: number;
  /** How long a connection may stay idle. */
  readonly idleMs: number;
  /** How often it is looked who dawdles. */
  readonly sweepMs: number;
  readonly connections: number;
}

const usualPatience: Patience = {
  headersMs: 5_000,
  requestMs: 10_000,
  idleMs: 5_000,
  sweepMs: 1_000,
  connections: 1_000,
};

/** The server of an app, not listening yet: whoever dawdles keeps nobody else out. */
export function serverOf(app: Express, patience: Patience = usualPatience): Server {
  const server = createServer(
    {
      requestTimeout: patience.requestMs,
      headersTimeout: patience.headersMs,
      keepAliveTimeout: patience.idleMs,
      connectionsCheckingInterval: patience.sweepMs,
    },
    app,
  );
  server.maxConnections = patience.connections;
  return server;
}

/**
 * Listens on an address; port 0 takes a free one. A client has 5 s for its headers and 10 s for a request, an idle
 * connection 5 s, and all of them together 1,000 connections, where nothing else is said.
 */
export async function listen(
  app: Express,
  host: string,
  port: number,
  patience?: Patience,
): Promise<Listening> {
  const server = serverOf(app, patience);
  return { url: await listenOn(server, host, port), close: () => drainServer(server) };
}
