import type { Request, Response } from 'express';
import type { GraphqlRequest } from '../../../gateway/limits/graphql-request';
import { plainPath } from '../../../gateway/limits/graphql-request';
import { limitsGate } from '../../../gateway/limits/limits-gate';
import type { Problem } from '../../../gateway/limits/problem';

interface Sent {
  readonly method: string;
  readonly url?: string;
  readonly body?: unknown;
}

/** Lets a request through the gate: what was asked about, and how it ended. */
function pass({ method, url = '/', body }: Sent, problem: Problem | null = null) {
  const asked: (readonly [GraphqlRequest, string])[] = [];
  const ended: { status?: number; told?: unknown; passedOn?: true } = {};
  const response = {
    locals: { principal: { role: 'auditor' }, correlationId: 'a-correlation-id' },
    status: (status: number) => Object.assign(response, (ended.status = status) && {}),
    json: (told: unknown) => (ended.told = told),
  };
  const gate = limitsGate((question, role) => {
    asked.push([question, role]);
    return problem;
  });
  void gate({ method, url, body } as Request, response as unknown as Response, () => (ended.passedOn = true));
  return { asked, ended };
}

const question = { query: '{ a }', operationName: 'A', variables: { a: [1] } };
const search = (parameters: Record<string, string>) => `/?${new URLSearchParams(parameters).toString()}`;
const asGet = search({ ...question, variables: JSON.stringify(question.variables) });

describe('The gate', () => {
  it.each([
    ['a body', { method: 'POST', body: question }],
    ['a query string', { method: 'GET', url: asGet }],
    ['a query string with more in it', { method: 'GET', url: `${asGet}&other=1&other=2` }],
    ['a query string behind any path', { method: 'GET', url: asGet.replace('/', '//:x/') }],
    ['a query string, whatever stands behind it', { method: 'GET', url: `${asGet}#&query=other` }],
  ])('asks about the question of %s, by its asker’s role', (_, sent) => {
    expect(pass(sent)).toEqual({ asked: [[question, 'auditor']], ended: { passedOn: true } });
  });

  it('asks about a question that says no more than its document', () => {
    const bare = { query: '{ a }', operationName: undefined, variables: undefined };
    const nulls = { query: '{ a }', operationName: null, variables: null };
    expect(pass({ method: 'POST', body: { query: '{ a }' } }).asked).toEqual([[bare, 'auditor']]);
    expect(pass({ method: 'POST', body: nulls }).asked).toEqual([[bare, 'auditor']]);
    expect(pass({ method: 'GET', url: search({ query: '{ a }' }) }).asked).toEqual([[bare, 'auditor']]);
  });

  it('takes an empty name for none, as whoever plans does', () => {
    const [asked] = pass({ method: 'POST', body: { ...question, operationName: '' } }).asked;
    expect(asked?.[0].operationName).toBeUndefined();
  });

  it('asks about variables that are no object', () => {
    const [asked] = pass({ method: 'POST', body: { ...question, variables: ['a'] } }).asked;
    expect(asked?.[0].variables).toEqual(['a']);
  });

  it.each<readonly [string, Sent]>([
    ['no body', { method: 'POST' }],
    ['a text', { method: 'POST', body: 'text' }],
    ['no document', { method: 'POST', body: { variables: {} } }],
    ['a document that is no text', { method: 'POST', body: { query: { kind: 'Document' } } }],
    ['no query string', { method: 'GET' }],
    ['two documents', { method: 'GET', url: `${asGet}&query=other` }],
    ['variables that are no JSON', { method: 'GET', url: search({ query: '{ a }', variables: '{' }) }],
    ['another method', { method: 'PUT', body: question }],
  ])('leaves %s to the server', (_, sent) => {
    expect(pass(sent, { code: 'TOO_DEEP', details: {} })).toEqual({ asked: [], ended: { passedOn: true } });
  });

  it('refuses with the code, the limit and the correlation id', () => {
    const problem: Problem = { code: 'TOO_COSTLY', details: { limit: '15000', cost: '15001' } };
    const { ended } = pass({ method: 'POST', body: question }, problem);
    expect(ended).toMatchObject({
      status: 400,
      told: {
        errors: [
          {
            extensions: {
              code: 'TOO_COSTLY',
              limit: '15000',
              cost: '15001',
              correlationId: 'a-correlation-id',
            },
          },
        ],
      },
    });
    expect(ended.passedOn).toBeUndefined();
  });
});

describe('A path', () => {
  it.each([
    ['/?query={a}&x=%E7%95%8C', '/?query=%7Ba%7D&x=%E7%95%8C'],
    ['/?query=a\u00a0#&query=b', '/?query=a%C2%A0'],
    ['//:nowhere?query=a?b', '/?query=a%3Fb'],
    ['/graphql', '/?'],
  ])('%j has its parameters in plain ASCII', (path, plain) => {
    expect(plainPath(path)).toBe(plain);
  });
});
