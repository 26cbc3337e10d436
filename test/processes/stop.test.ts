import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { signingKey } from '../../schema/config/keys';
import { callerHeader, signCall } from '../../schema/wire/caller';
import { sharedConfig } from '../support/ask-over-http';
import { eventually } from '../support/eventually';
import { printedHeaders, printedQuestion, printedTokens } from '../support/printed-at-start';
import { department, gateway, openProcesses } from '../support/processes';
import { json, type Received } from '../support/send';

jest.setTimeout(30_000);

const processes = openProcesses('stop');

afterAll(() => processes.close());

/** Sends the head of a question, waits until the server has read it, and returns what sends the rest. */
async function begin(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<() => Promise<Received>> {
  const length = { 'content-length': Buffer.byteLength(body), expect: '100-continue' };
  const question = request(url, { method: 'POST', headers: { ...json, ...headers, ...length } });
  question.flushHeaders();
  await once(question, 'continue');
  return async () => {
    question.end(body);
    const [response] = (await once(question, 'response')) as [IncomingMessage];
    const chunks: Buffer[] = [];
    for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
    return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
  };
}

/** Resolves when nobody takes connections at the URL any more. */
function untilDeaf(url: string): Promise<true> {
  const { hostname, port } = new URL(url);
  return eventually('a process stops listening', 10_000, async () => {
    const socket = connect(Number(port), hostname);
    const isDeaf = await once(socket, 'connect').then(
      () => undefined,
      () => true as const,
    );
    socket.destroy();
    return isDeaf;
  });
}

describe('A process that is told to end', () => {
  it('answers the question that a gateway has begun to read, and then ends', async () => {
    const running = await processes.serve({ command: gateway() });
    const authorization = `Bearer ${printedTokens(running).get('caseworker')}`;
    const finish = await begin(
      running.url,
      { ...printedHeaders(running), authorization },
      printedQuestion(running),
    );
    running.signal('SIGTERM');
    await untilDeaf(running.url);
    const { status, text } = await finish();
    expect(status).toBe(200);
    expect(JSON.parse(text)).toMatchObject({
      data: { household: { assets: { vehicles: { status: 'FOUND' } } } },
    });
    expect((await running.ended()).status).toBe(0);
  });

  it('answers the call that a department has begun to read, and then ends', async () => {
    const running = await processes.serve({ command: department('public-security') });
    const body = JSON.stringify({ query: '{ __typename }' });
    const callers = [{ subject: 'tester', role: 'verifier', correlationId: 'stop-test' }];
    const caller = signCall(
      { callers, purpose: null, cases: [], budgetMs: 2000 },
      { department: 'public-security', method: 'POST', path: '/graphql', body },
      signingKey(sharedConfig(processes.dataDir)),
      new Date(),
    );
    const finish = await begin(running.url, { [callerHeader]: caller }, body);
    running.signal('SIGTERM');
    await untilDeaf(running.url);
    expect(await finish()).toEqual({ status: 200, text: '{"data":{"__typename":"Query"}}' });
    expect((await running.ended()).status).toBe(0);
  });
});
