import { once } from 'node:events';
import {
  Agent,
  createServer,
  request,
  type ClientRequest,
  type IncomingMessage,
  type Server,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { drainServer } from '../../../schema/wire/drain-server';

let server: Server;
let agent: Agent;

beforeEach(async () => {
  agent = new Agent({ keepAlive: true });
  server = createServer((incoming, response) => {
    incoming.resume().once('end', () => response.end('answered'));
  });
  // Longer than any test waits: what closes a connection here is the drain.
  server.keepAliveTimeout = 600_000;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
});

/** A request whose head the server has read, and whose body it waits for. */
async function openRequest(): Promise<ClientRequest> {
  const { port } = server.address() as AddressInfo;
  const opened = request({ port, agent, method: 'POST', headers: { expect: '100-continue' } });
  opened.flushHeaders();
  await once(opened, 'continue');
  return opened;
}

async function statusOf(opened: ClientRequest): Promise<number | undefined> {
  opened.end('body');
  const [response] = (await once(opened, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  return response.statusCode;
}

describe('A server that drains', () => {
  it('closes connections that stay open after their answer', async () => {
    expect(await statusOf(await openRequest())).toBe(200);
    await expect(drainServer(server)).resolves.toBeUndefined();
  });

  it('answers a request under way, and then closes its connection', async () => {
    const underWay = await openRequest();
    const drained = drainServer(server);
    expect(await statusOf(underWay)).toBe(200);
    await expect(drained).resolves.toBeUndefined();
  });

  it('cuts a request that does not end in time', async () => {
    const endless = await openRequest();
    const cut = once(endless, 'error');
    await expect(drainServer(server, 100)).resolves.toBeUndefined();
    expect(await cut).toEqual([expect.objectContaining({ code: 'ECONNRESET' })]);
  });
});
