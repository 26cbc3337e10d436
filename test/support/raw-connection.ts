import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** A connection on which a test writes what no client library would. */
export interface RawConnection {
  readonly socket: Socket;
  /** Everything that came, when the other side has closed. */
  readonly ended: Promise<string>;
}

/** Connects to where a server listens. */
export async function connectTo(url: string): Promise<RawConnection> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A server that cuts may reset: what came before counts.
  socket.on('error', () => undefined);
  const ended = new Promise<string>((resolve) => {
    socket.on('close', () => resolve(Buffer.concat(chunks).toString()));
  });
  await once(socket, 'connect');
  return { socket, ended };
}

/** Sends a request as it is written, and gives the answer as it came; the request asks for the connection’s end. */
export async function sendRaw(url: string, lines: readonly string[], body = ''): Promise<string> {
  const { socket, ended } = await connectTo(url);
  const head = ['POST /graphql HTTP/1.1', 'host: gateway', 'connection: close', ...lines];
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  return ended;
}
