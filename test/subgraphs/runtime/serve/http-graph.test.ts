import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listenOn } from '../../../../schema/wire/listen-on';
import { readManifest } from '../../../../schema/operations';
import { httpGraph, type HttpGraph } from '../../../../subgraphs/runtime/serve/http-graph';

interface Question {
  readonly headers: IncomingHttpHeaders;
  readonly path: string | undefined;
  readonly body: unknown;
}

const request = {
  operation: 'HouseholdSummary',
  variables: { id: 'YB-1' },
  purpose: 'RECHECK',
  reason: '定期复核 100%',
} as const;

describe('The graph of a department that runs alone', () => {
  const documents = readManifest();
  const asked: Question[] = [];
  let answer: { status: number; text: string } | 'silence';
  let token = 'a.b.c';
  let graph: HttpGraph;
  const server = createServer((incoming, response) => {
    let text = '';
    incoming.setEncoding('utf8');
    incoming.on('data', (chunk: string) => (text += chunk));
    incoming.on('end', () => {
      asked.push({ headers: incoming.headers, path: incoming.url, body: JSON.parse(text) });
      if (answer !== 'silence') response.writeHead(answer.status).end(answer.text);
    });
  });
  const open = (url: string) =>
    httpGraph({
      url,
      token: () => Promise.resolve(token),
      documents,
      timeoutMs: 300,
      maxResponseBytes: 1000,
    });
  beforeAll(async () => {
    graph = open(`${await listenOn(server, '127.0.0.1', 0)}/graphql`);
  });
  beforeEach(() => {
    asked.length = 0;
    answer = { status: 200, text: '{"data":{"household":null}}' };
  });
  afterAll(async () => {
    await graph.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('is asked by the id of a published document, with the purpose and the reason in its headers', async () => {
    expect(await graph.ask(request)).toEqual({ data: { household: null }, errors: [] });
    const { id } = documents.operations.find(({ name }) => name === 'HouseholdSummary')!;
    expect(asked).toMatchObject([
      {
        path: '/graphql',
        body: {
          operationName: 'HouseholdSummary',
          variables: { id: 'YB-1' },
          extensions: { persistedQuery: { version: 1, sha256Hash: id } },
        },
        headers: {
          authorization: 'Bearer a.b.c',
          'x-access-purpose': 'RECHECK',
          'x-access-reason': encodeURIComponent('定期复核 100%'),
        },
      },
    ]);
    expect(asked[0]?.body).not.toHaveProperty('query');
  });

  it('is asked with the token of that moment', async () => {
    for (token of ['d.e.f', 'g.h.i']) await graph.ask(request);
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer d.e.f', 'Bearer g.h.i']);
  });

  it('answers with its errors, whatever the status they come with', async () => {
    const errors = [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }];
    answer = { status: 403, text: JSON.stringify({ errors }) };
    expect(await graph.ask(request)).toEqual({ data: null, errors });
    answer = { status: 200, text: JSON.stringify({ data: { household: { id: 'YB-1' } }, errors }) };
    expect(await graph.ask(request)).toEqual({ data: { household: { id: 'YB-1' } }, errors });
  });

  it.each([
    ['a page of a proxy', { status: 502, text: '<html>' }, 'HTTP_502'],
    ['nothing', { status: 200, text: '' }, 'HTTP_200'],
    ['no object', { status: 200, text: '[]' }, 'HTTP_200'],
    ['neither data nor errors', { status: 200, text: '{}' }, 'HTTP_200'],
    ['data of another form', { status: 200, text: '{"data":"all"}' }, 'HTTP_200'],
    ['more than may be', { status: 200, text: `{"data":{"a":"${'x'.repeat(1000)}"}}` }, 'TOO_LARGE'],
  ])('rejects where the answer is %s, and asks once', async (_, given, code) => {
    answer = given;
    await expect(graph.ask(request)).rejects.toMatchObject({ code });
    expect(asked).toHaveLength(1);
  });

  it('rejects where there is no answer in time, or nobody', async () => {
    answer = 'silence';
    await expect(graph.ask(request)).rejects.toThrow();
    expect(asked).toHaveLength(1);
    const nobody = open('http://127.0.0.1:9/graphql');
    await expect(nobody.ask(request)).rejects.toThrow();
    await nobody.close();
  });

  it('has no document that nobody published', async () => {
    await expect(graph.ask({ ...request, operation: 'Everything' })).rejects.toThrow(
      'schema/operations has no document Everything',
    );
    expect(asked).toEqual([]);
  });
});
