import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import express from 'express';
import { deepestBody, longestBody } from '../../../gateway/limits/limits';
import { readBody } from '../../../gateway/limits/read-body';

/** Answers with what it was given: the body that was read, or null for none. */
let server: Server;
beforeAll((done) => {
  const app = express();
  app.post('/', readBody(), (request, response) => {
    response.json({ hasBody: 'body' in request, body: (request.body as unknown) ?? null });
  });
  server = createServer(app).listen(0, '127.0.0.1', done);
});
afterAll((done) => {
  server.close(done);
});

interface Answer {
  readonly status: number;
  readonly told: {
    readonly body?: unknown;
    readonly errors?: readonly { extensions: Record<string, unknown> }[];
  };
}

/** Sends bytes with these headers, in pieces where their length is not told before. */
function send(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const sent = httpRequest(
      { port, method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            told: JSON.parse(Buffer.concat(chunks).toString()) as Answer['told'],
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function expectRead(body: string | Buffer, headers?: Readonly<Record<string, string>>): Promise<void> {
  const text = body.toString();
  expect(await send(body, headers)).toMatchObject({
    status: 200,
    told: { body: JSON.parse(text) as unknown },
  });
}

async function expectRefused(
  status: number,
  code: string,
  body: string | Buffer,
  headers?: Readonly<Record<string, string>>,
): Promise<Record<string, unknown>> {
  const { told, ...answer } = await send(body, headers);
  const [error] = told.errors ?? [];
  expect({ ...answer, code: error?.extensions['code'] }).toEqual({ status, code });
  return error?.extensions ?? {};
}

/** An object of so many bytes. */
const ofBytes = (bytes: number) => JSON.stringify({ query: 'a'.repeat(bytes - 12) });

/** An object so many brackets deep. */
const ofDepth = (depth: number) => `{"a":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`;

describe('A body', () => {
  it('is as long as that and no longer, whether it says so before or not', async () => {
    expect(Buffer.byteLength(ofBytes(longestBody))).toBe(longestBody);
    for (const headers of [{}, { 'transfer-encoding': 'chunked' }] as Record<string, string>[]) {
      await expectRead(ofBytes(longestBody), headers);
      const { limit } = await expectRefused(400, 'BODY_TOO_LARGE', ofBytes(longestBody + 1), headers);
      expect(limit).toBe(String(longestBody));
    }
    await expectRefused(400, 'BODY_TOO_LARGE', ofBytes(45_000_000));
  });

  it('is as deep as that and no deeper, by its brackets and not by those in its texts', async () => {
    await expectRead(ofDepth(deepestBody));
    const { limit } = await expectRefused(400, 'BODY_TOO_DEEP', ofDepth(deepestBody + 1));
    expect(limit).toBe(String(deepestBody));
    await expectRead(JSON.stringify({ query: '{['.repeat(1_000), other: '\\"{{{'.repeat(100), last: '\\' }));
    await expectRefused(400, 'BODY_TOO_DEEP', `{"a":"\\\\",${ofDepth(deepestBody + 1).slice(1)}`);
    await expectRead(`{"a":[${'{},'.repeat(5_000)}{}]}`);
  });

  it('nested 20,000 deep is refused before it is parsed, valid or not', async () => {
    for (const body of ['['.repeat(20_000), '{"a":'.repeat(20_000), ofDepth(20_000)]) {
      await expectRefused(400, 'BODY_TOO_DEEP', body);
    }
  });

  it.each([1, 2, 100])('is no list of %i questions', async (count) => {
    const questions = Array.from({ length: count }, () => ({ query: '{ __typename }' }));
    await expectRefused(400, 'BATCH_NOT_SUPPORTED', JSON.stringify(questions));
  });

  it.each(['{', '{"query": nothing}', '{"query":"{ a }"} more', '{"a":"', 'NaN', ' '])(
    'is JSON, and not %j',
    (body) => expectRefused(400, 'BAD_REQUEST', body).then(() => undefined),
  );

  it('has no word of what it was in its refusal', async () => {
    const extensions = await expectRefused(400, 'BAD_REQUEST', '{"id":"500199199001011234"');
    expect(JSON.stringify(extensions)).not.toContain('500199');
  });

  it.each(['utf-8', 'UTF-8', 'utf8', '"utf-8"', '"UTF-8" ; profile=a'])(
    'may say that it is %s',
    async (charset) => {
      await expectRead('{"query":"福特"}', { 'content-type': `application/json; charset=${charset}` });
    },
  );

  it.each([
    'utf-16',
    'utf-16le',
    'utf-32',
    'utf-7',
    'gbk',
    'gb18030',
    'iso-8859-1',
    'us-ascii',
    'unheard-of',
    'utf-8; charset=utf-7',
    '"utf-8',
    '',
  ])('may not say that it is %s', async (charset) => {
    await expectRefused(415, 'UNSUPPORTED_CHARSET', '{}', {
      'content-type': `application/json; charset=${charset}`,
    });
  });

  it('is read as UTF-8 whatever it is, and refused where it is none', async () => {
    await expectRefused(400, 'BAD_REQUEST', Buffer.from('{"query":"\xe9"}', 'latin1'));
    await expectRefused(400, 'BAD_REQUEST', Buffer.from('{"query":"{ a }"}', 'utf16le'));
    await expectRefused(400, 'BAD_REQUEST', Buffer.from([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]));
    expect(await send('\u{feff}{"query":"a"}')).toMatchObject({
      status: 200,
      told: { body: { query: 'a' } },
    });
  });

  it('is not compressed', async () => {
    for (const encoding of ['gzip', 'deflate', 'br', 'unheard-of']) {
      await expectRefused(400, 'BAD_REQUEST', gzipSync('{"query":"a"}'), { 'content-encoding': encoding });
    }
    await expectRead('{"query":"a"}', { 'content-encoding': 'identity' });
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/graphql',
    'multipart/form-data; boundary=a',
    '',
  ])('of the type %j is left to the server', async (type) => {
    const answer = await send('{"query":"a"}', { 'content-type': type });
    expect(answer).toMatchObject({ status: 200, told: { hasBody: true, body: null } });
  });
});
