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

/** Listens on an address; port 0 takes a free one. */
export async function listen(app: Express, host: string, port: number): Promise<Listening> {
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, app);
  return { url: await listenOn(server, host, port), close: () => drainServer(server) };
}
