import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet } from 'jose';
import { DepartmentFailure } from '../../../gateway/departments/department-failure';
import { httpDepartment, type HttpDepartment } from '../../../gateway/departments/http-department';
import { newSigningKey, publicSet } from '../../../schema/config/keys';
import { callerHeader, verifyCall, type VerifiedCall } from '../../../schema/wire/caller';
import { CallerGone } from '../../../schema/wire/caller-gone';

const { key: signer } = newSigningKey();
const keys = createLocalJWKSet(publicSet(signer));
const name = 'taxation';
const now = new Date('2018-07-02T09:00:00+08:00');
const call = {
  callers: [{ subject: 'user-7', role: 'caseworker', correlationId: 'c-1' }],
  purpose: 'RECHECK' as const,
  cases: ['YB-1'],
  budgetMs: 700,
};
const maxResponseBytes = 10_000;

type Way = (response: ServerResponse, incoming: IncomingMessage) => void;

/** Every call that came whole, its signature seen to hold. */
const calls: VerifiedCall[] = [];
let ways: Way[] = [];
let department: HttpDepartment;

const says =
  (answer: unknown, status = 200): Way =>
  (response) =>
    void response.writeHead(status).end(typeof answer === 'string' ? answer : JSON.stringify(answer));
const resets: Way = (response) => response.socket?.resetAndDestroy();
const closes: Way = (response) => response.socket?.destroy();

async function receive(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
  const token = String(incoming.headers[callerHeader]);
  const bound = { department: name, method: 'POST', path: incoming.url ?? '', body: Buffer.concat(chunks) };
  calls.push(await verifyCall(token, bound, keys, now));
  const way = ways.shift() ?? says({ data: { a: 1 } });
  way(response, incoming);
}

const server = createServer((incoming, response) => void receive(incoming, response));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  department = httpDepartment({ name, url, signer, maxResponseBytes, clock: () => now });
});
beforeEach(() => void calls.splice(0));
afterAll(async () => {
  await department.close();
  server.closeAllConnections();
  server.close();
});

/** The answer, or the reason why there is none, where the department answers in these ways, one call after another. */
async function ask(given: Way[], query = '{ a }', signal?: AbortSignal): Promise<unknown> {
  ways = given;
  try {
    return await department.execute({ query, variables: {} }, call, signal);
  } catch (error) {
    return error instanceof DepartmentFailure ? error.reason : error;
  }
}

const told = { data: { a: 1 }, errors: undefined };

describe('What a department answers over HTTP counts where it', () => {
  it('is data', async () =>
    expect(await ask([says({ data: { a: '庆' } })])).toMatchObject({ data: { a: '庆' } }));

  it('comes in pieces that part a character', async () => {
    const bytes = Buffer.from('{"data":{"a":"庆"}}');
    const inPieces: Way = (response) => {
      response.write(bytes.subarray(0, 15), () => response.end(bytes.subarray(15)));
    };
    expect(await ask([inPieces])).toMatchObject({ data: { a: '庆' } });
  });

  it('is errors without data, or beside it', async () => {
    const errors = [{ message: '', path: ['a', 0], extensions: { code: 'REGISTRY_UNAVAILABLE' } }];
    expect(await ask([says({ errors })])).toEqual({ data: null, errors });
    expect(await ask([says({ data: { a: null }, errors })])).toEqual({ data: { a: null }, errors });
  });

  it.each<[string, Way, string]>([
    ['has no text', says(''), 'NOT_JSON'],
    ['is HTML', says('<html>'), 'NOT_JSON'],
    ['is a list', says([]), 'NOT_AN_ANSWER'],
    ['has data that is a list', says({ data: [] }), 'NOT_AN_ANSWER'],
    ['has data that is a text', says({ data: 'a' }), 'NOT_AN_ANSWER'],
    ['has errors that are no list', says({ data: {}, errors: {} }), 'NOT_AN_ANSWER'],
    ['has an error that is none', says({ data: {}, errors: [null] }), 'NOT_AN_ANSWER'],
    ['has an error at a place that is none', says({ data: {}, errors: [{ path: 7 }] }), 'NOT_AN_ANSWER'],
    ['has neither data nor errors', says({}), 'NO_DATA'],
    ['has no data and no error', says({ data: null, errors: [] }), 'NO_DATA'],
    ['comes with HTTP 503, whatever its body', says({ data: { a: 1 } }, 503), 'HTTP_503'],
    ['comes with HTTP 204', says('', 204), 'HTTP_204'],
    ['is longer than it may be', says({ data: { a: 'a'.repeat(maxResponseBytes) } }), 'TOO_LARGE'],
  ])('but not where it %s, and is not asked for again', async (_, way, reason) => {
    expect(await ask([way])).toBe(reason);
    expect(calls).toHaveLength(1);
  });
});

describe('Where a connection to a department is lost', () => {
  it.each<[string, Way]>([
    ['reset', resets],
    ['closed', closes],
  ])(
    'as it is %s, a question is sent once more, signed anew, in what is left of its time',
    async (_, way) => {
      expect(await ask([way])).toEqual(told);
      const [first, second] = calls;
      expect(second?.nonce).not.toBe(first?.nonce);
      expect(second?.budgetMs).toBeLessThan(call.budgetMs);
    },
  );

  it('in the middle of its answer, a question is sent once more', async () => {
    const breaksOff: Way = (response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"data":', () => response.socket?.resetAndDestroy());
    };
    expect(await ask([breaksOff])).toEqual(told);
  });

  it('twice, it is not sent a third time', async () => {
    expect(await ask([resets, resets, resets])).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
    expect(calls).toHaveLength(2);
  });

  it.each([
    'mutation { a }',
    ' mutation A { a }',
    'query A { a } mutation B { a }',
    'fragment F on A { a } mutation { a }',
  ])('a mutation is never sent twice: %s', async (query) => {
    expect(await ask([resets], query)).toMatch(/^(ECONNRESET|UND_ERR_SOCKET)$/);
    expect(calls).toHaveLength(1);
  });

  it('and its time is over, it is sent no more', async () => {
    const abort = new AbortController();
    const resetsLate: Way = (response) => {
      abort.abort(new CallerGone());
      response.socket?.resetAndDestroy();
    };
    expect(await ask([resetsLate], '{ a }', abort.signal)).toBe('CALLER_GONE');
    expect(calls).toHaveLength(1);
  });

  it('or is none, for nobody listens, the reason says so', async () => {
    const nobody = httpDepartment({
      name,
      url: 'http://127.0.0.1:1/graphql',
      signer,
      maxResponseBytes,
      clock: () => now,
    });
    await expect(nobody.execute({ query: '{ a }' }, call)).rejects.toThrow('ECONNREFUSED');
    await nobody.close();
  });
});

describe('An abort', () => {
  it('closes the exchange while the department has not answered', async () => {
    const abort = new AbortController();
    const closed = new Promise((resolve) => {
      ways = [(response) => (response.once('close', resolve), abort.abort(new CallerGone()))];
    });
    await expect(department.execute({ query: '{ a }' }, call, abort.signal)).rejects.toThrow('CALLER_GONE');
    await closed;
  });

  it('closes it in the middle of an answer', async () => {
    const abort = new AbortController();
    const closed = new Promise((resolve) => {
      ways = [
        (response) => {
          response.once('close', resolve);
          response.write('{"data":', () => abort.abort());
        },
      ];
    });
    await expect(department.execute({ query: '{ a }' }, call, abort.signal)).rejects.toThrow('AbortError');
    await closed;
  });

  it('that came before has nothing sent', async () => {
    expect(await ask([], '{ a }', AbortSignal.abort(new CallerGone()))).toBe('CALLER_GONE');
    expect(calls).toEqual([]);
  });

  it('after the answer changes nothing', async () => {
    const abort = new AbortController();
    expect(await ask([], '{ a }', abort.signal)).toEqual(told);
    abort.abort();
    expect(await ask([])).toEqual(told);
  });
});
