import type { Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/** What everybody but a gateway gets. */
export function refuse(response: ServerResponse): void {
  response.writeHead(401, { connection: 'close' }).end();
}

/**
 * Gives the same to whoever sends what Node would answer by itself, in words of its own: what is no HTTP, a head that
 * is too long, a request that never ends, or one that first asks whether it may be sent.
 */
export function refuseOddities(server: Server): void {
  server.on('checkExpectation', (_, response) => refuse(response));
  server.on('clientError', (_, socket) => {
    // Where an answer went out on it before, it cannot be told whether another was begun.
    if (!socket.writable || (socket as Socket).bytesWritten > 0) socket.destroy();
    else socket.end(rawRefusal());
  });
}

/** `refuse` as bytes. */
function rawRefusal(): string {
  const head = [
    'HTTP/1.1 401 Unauthorized',
    'connection: close',
    `Date: ${new Date().toUTCString()}`,
    'Transfer-Encoding: chunked',
  ];
  return `${head.join('\r\n')}\r\n\r\n0\r\n\r\n`;
}
