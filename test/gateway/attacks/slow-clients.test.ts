import express from 'express';
import { once } from 'node:events';
import { listen, serverOf, type Listening } from '../../../gateway/http/listen';
import { openAttackedGateway, type AttackedGateway } from '../../support/attacked-gateway';
import { eventually } from '../../support/eventually';
import { family, someone } from '../../support/family';
import { connectTo } from '../../support/raw-connection';
import { json, send } from '../../support/send';

/** Of a test that must not wait: whoever is later than that is cut. */
const hasty = { headersMs: 400, requestMs: 800, idleMs: 100, sweepMs: 20, connections: 20 };

const query = '{ household(id: "YB-1") { id } }';

describe('A client that dawdles', () => {
  let gateway: AttackedGateway;
  let listening: Listening;
  let authorization: string;
  beforeAll(async () => {
    gateway = await openAttackedGateway({ registries: family('YB-1', [someone('尹某')]) });
    authorization = `Bearer ${await gateway.token()}`;
  });
  afterAll(() => gateway.close());
  beforeEach(async () => {
    gateway.forget();
    listening = await listen(gateway.district.graph.app, '127.0.0.1', 0, hasty);
  });
  afterEach(() => listening.close());

  async function expectHealthy(): Promise<void> {
    const body = JSON.stringify({ query });
    const headers = { ...json, authorization, connection: 'close' };
    const { status, text } = await send(`${listening.url}/graphql`, { headers, body });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { household: { id: 'YB-1' } } }]);
  }

  const head = (...more: readonly string[]) =>
    ['POST /graphql HTTP/1.1', 'host: gateway', `authorization: ${authorization}`, ...more].join('\r\n');
  const withBody = () => head('content-type: application/json', 'content-length: 100', '', '{"query":');

  it.each<readonly [string, () => string, string]>([
    ['that says nothing', () => '', ''],
    ['that sends half of its headers', () => head('x-more'), ''],
    ['that sends half of its body', withBody, ''],
    ['that sends its headers one by one', () => head(), '\r\nx-more: 1'],
    ['that sends its body byte by byte', withBody, ' '],
  ])('is cut, while others are answered: one %s', async (_, begin, drip) => {
    const slow = await Promise.all(Array.from({ length: 10 }, () => connectTo(listening.url)));
    for (const { socket } of slow) socket.write(begin());
    const dripping = setInterval(() => {
      for (const { socket } of slow) if (drip !== '' && socket.writable) socket.write(drip);
    }, 10);
    await expectHealthy();
    const answers = await Promise.all(slow.map(({ ended }) => ended));
    clearInterval(dripping);
    for (const answer of answers) expect(answer).toMatch(/^$|^HTTP\/1\.1 408 /);
    await expectHealthy();
    expect(gateway.ledger.entries).toHaveLength(2);
  });

  it('between two requests is cut too', async () => {
    const { socket, ended } = await connectTo(listening.url);
    socket.write('GET /health/live HTTP/1.1\r\nhost: gateway\r\n\r\n');
    expect(await ended).toMatch(/^HTTP\/1\.1 200 [^]*\{"status":"live"\}$/);
  });

  it('shares a number of connections with all others, and makes room again', async () => {
    const held = await Promise.all(Array.from({ length: 20 }, () => connectTo(listening.url)));
    const oneTooMany = await connectTo(listening.url);
    expect(await oneTooMany.ended).toBe('');
    for (const { socket } of held) socket.destroy();
    await Promise.all(held.map(({ ended }) => ended));
    await eventually('there is room again', 5_000, async () => {
      const again = await connectTo(listening.url);
      again.socket.write('GET /health/live HTTP/1.1\r\nhost: gateway\r\nconnection: close\r\n\r\n');
      return (await again.ended).includes('200 OK') || undefined;
    });
  });
});

describe('The gateway’s server', () => {
  it('gives 5 s for headers, 10 s for a request, 5 s of idleness, and takes 1,000 connections', () => {
    const { headersTimeout, requestTimeout, keepAliveTimeout, maxConnections } = serverOf(express());
    expect({ headersTimeout, requestTimeout, keepAliveTimeout, maxConnections }).toEqual({
      headersTimeout: 5_000,
      requestTimeout: 10_000,
      keepAliveTimeout: 5_000,
      maxConnections: 1_000,
    });
  });

  it('says how long it keeps a connection', async () => {
    const listening = await listen(express(), '127.0.0.1', 0);
    const { socket } = await connectTo(listening.url);
    socket.write('GET / HTTP/1.1\r\nhost: gateway\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString()).toMatch(/keep-alive: timeout=5/i);
    socket.destroy();
    await listening.close();
  });
});
