import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { request } from 'undici';
import { callerHeader } from '../../schema/wire/caller';

/** What a department answered, as its stand-in may damage it. */
export interface Answer {
  data?: Data | null;
  errors?: unknown;
}

export interface Data {
  _entities?: unknown;
  [field: string]: unknown;
}

/** Text that no client may ever see, in whatever a faulty department says. */
export const upstreamText = 'SELECT secret FROM ledger at registry-7.internal';

/** A way of answering wrongly; it gets what the department itself says. */
export type Fault = (response: ServerResponse, healthy: Answer) => void | Promise<void>;

/** A server in front of a department that passes on each signed call as it is, and damages the answer. */
export interface FaultyDepartment {
  readonly url: string;
  /** The fault from now on; null passes answers on unharmed. */
  setFault(fault: Fault | null): void;
  /** Lets nobody connect. */
  deafen(): Promise<void>;
  /** Listens again where it did before. */
  listen(): Promise<void>;
  /** What went wrong with the faults themselves: a fault that fails is another one than the test names. */
  readonly mishaps: readonly string[];
  /** Bytes of answers that were handed to the network since the fault was set. */
  readonly bytesSent: () => number;
  close(): Promise<void>;
}

export async function openFaultyDepartment(departmentUrl: string): Promise<FaultyDepartment> {
  const { origin } = new URL(departmentUrl);
  const sockets = new Set<Socket>();
  const mishaps: string[] = [];
  let fault: Fault | null = null;
  let sentBefore = 0;
  const sent = () => [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, 0);

  const answer = async (incoming: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(incoming);
    const { statusCode, body: answered } = await request(origin + (incoming.url ?? ''), {
      method: 'POST',
      headers: { 'content-type': 'application/json', [callerHeader]: incoming.headers[callerHeader] ?? '' },
      body,
    });
    const text = await answered.text();
    if (!fault) response.writeHead(statusCode).end(text);
    else await fault(response, JSON.parse(text) as Answer);
  };
  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      mishaps.push(String(error));
      response.destroy();
    });
  });
  server.on('connection', (socket) => sockets.add(socket));
  const listen = async (port: number): Promise<void> => {
    if (server.listening) return;
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  };
  const deafen = async (): Promise<void> => {
    if (!server.listening) return;
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
  };
  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    setFault: (next) => {
      fault = next;
      sentBefore = sent();
    },
    mishaps,
    bytesSent: () => sent() - sentBefore,
    deafen,
    listen: () => listen(port),
    close: deafen,
  };
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Answers with a status and a text of its own. */
export function says(status: number, contentType: string, text: string): Fault {
  return (response) => void response.writeHead(status, { 'content-type': contentType }).end(text);
}

/** Answers 200 with JSON made from the healthy answer. */
export function damages(damage: (healthy: Answer) => unknown): Fault {
  return (response, healthy) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(damage(healthy)));
}

/** Gives another value to every field of that name in the healthy answer; undefined leaves it out. */
export function gives(field: string, value: unknown): Fault {
  return damages((healthy) => {
    const text = JSON.stringify(healthy);
    if (!text.includes(`"${field}":`)) throw new Error(`the healthy answer has no ${field}`);
    return JSON.parse(text, (key, was: unknown) => (key === field ? value : was)) as unknown;
  });
}

/**
 * Changes the first check of each entity of the healthy answer, whichever registry's it is: an answer may be to several
 * questions at once.
 */
export function firstCheck(change: (check: CheckData) => void): Fault {
  return damages((healthy) => {
    const entities = (healthy.data?._entities ?? [healthy]) as readonly unknown[];
    const checks = entities.flatMap((entity) => firstOf(entity) ?? []);
    if (checks.length === 0) throw new Error('the healthy answer has no check');
    checks.forEach(change);
    return healthy;
  });
}

/** What a registry says of a household, as it came. */
interface CheckData {
  status?: unknown;
  readonly subjects: readonly { status: unknown }[];
}

function firstOf(value: unknown): CheckData | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('status' in value && 'subjects' in value) return value as CheckData;
  for (const below of Object.values(value)) {
    const found = firstOf(below);
    if (found) return found;
  }
  return undefined;
}

/** Changes the list of entities of a healthy answer. */
export function entities(change: (healthy: readonly unknown[]) => readonly unknown[]): Fault {
  return damages(({ data }) => ({ data: { ...data, _entities: change(data?._entities as unknown[]) } }));
}

/** Streams an answer of that size as fast as the far side reads, and until it hangs up. */
export function floods(bytes: number): Fault {
  return async (response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    await pipeline(Readable.from(blanks(bytes)), response).catch(() => undefined);
  };
}

function* blanks(bytes: number): Generator<Buffer> {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  for (let sent = 0; sent < bytes; sent += chunk.length) yield chunk;
}

/** Sends half of the healthy answer and resets the connection. */
export const resets: Fault = async (response, healthy) => {
  const text = JSON.stringify(healthy);
  response.writeHead(200, { 'content-length': Buffer.byteLength(text) });
  await new Promise((resolve) => response.write(text.slice(0, text.length / 2), resolve));
  response.socket?.resetAndDestroy();
};

/** Sends the healthy answer a byte at a time, too slowly for any deadline. */
export const drips: Fault = async (response, healthy) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  for (const byte of Buffer.from(JSON.stringify(healthy))) {
    if (response.destroyed) return;
    response.write(Buffer.of(byte));
    await pause(20);
  }
  response.end();
};
