import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { createLocalJWKSet } from 'jose';
import { newSigningKey, publicSet } from '../../../../schema/config/keys';
import type { OpenDepartment } from '../../../../subgraphs/runtime/serve/open-department';
import { serveDepartment, type ServedDepartment } from '../../../../subgraphs/runtime/serve/serve-department';
import type { Sent } from '../../../support/send';
import { signedCall } from '../../../support/signed-call';
import { testLogger } from '../../../support/test-logger';

const { key: signer } = newSigningKey();
const start = new Date('2018-07-02T09:00:00+08:00');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const body = JSON.stringify({ query: '{ __typename }' });
const weather = { subgraph: { name: 'weather' }, execute: async () => ({}) } as unknown as OpenDepartment;

let served: ServedDepartment;
let now = start;
beforeAll(async () => {
  const gatewayKeys = createLocalJWKSet(publicSet(signer));
  const options = { host: '127.0.0.1', port: 0, gatewayKeys, maxBodyBytes: 1000, clock: () => now };
  served = await serveDepartment(weather, { ...options, logger: testLogger });
});
beforeEach(() => {
  now = start;
});
afterAll(() => served.close());

const newCall = () => signedCall(body, { signer, department: 'weather', at: start });

describe('A department whose caller takes its time', () => {
  /** Sends a call’s head, and its body when the clock has moved on. */
  async function slowly(call: Sent, seconds: number) {
    const sending = request(served.url, {
      method: 'POST',
      headers: { ...call.headers, 'content-length': Buffer.byteLength(body), expect: '100-continue' },
    });
    sending.flushHeaders();
    // It gives leave to send the body when it has seen the signature hold.
    await once(sending, 'continue');
    now = after(seconds);
    sending.end(body);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    response.resume();
    return response.statusCode;
  }

  it('answers while the signature holds, and not after it', async () => {
    expect(await slowly(await newCall(), 29)).toBe(200);
    now = start;
    expect(await slowly(await newCall(), 31)).toBe(401);
  });
});

describe('What is no request', () => {
  it.each([
    ['no HTTP', 'LET ME IN\r\n\r\n'],
    [
      'a head longer than any',
      `POST /graphql HTTP/1.1\r\nhost: a\r\nx-caller: ${'x'.repeat(100_000)}\r\n\r\n`,
    ],
    ['two lengths', 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'],
    ['a request without a host', 'POST /graphql HTTP/1.1\r\n\r\n'],
    [
      'one that waits for leave',
      'POST /graphql HTTP/1.1\r\nhost: a\r\nexpect: 100-continue\r\ncontent-length: 9\r\n\r\n',
    ],
  ])('gets the same as a stranger: %s', async (_, bytes) => {
    const socket = connect(Number(new URL(served.url).port), '127.0.0.1');
    socket.on('error', () => undefined);
    socket.write(bytes);
    const told = (await text(socket)).replace(/^Date: .*$/m, 'Date: D');
    expect(told.toLowerCase()).toBe(
      'http/1.1 401 unauthorized\r\nconnection: close\r\ndate: d\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    );
  });
});
