import type { Request } from 'express';

/** A question as limits see it. */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  /** What stands for the variables; no object where the request is wrong. */
  readonly variables: unknown;
}

/**
 * The question of a request: of a POST's body, which has been read, or of a GET's query string. Null where there is
 * none, and where its form is such that the server refuses it by itself.
 */
export function graphqlRequest(request: Request): GraphqlRequest | null {
  if (request.method === 'POST') return ofRecord(request.body);
  return request.method === 'GET' ? ofSearch(request.url) : null;
}

function ofRecord(body: unknown): GraphqlRequest | null {
  if (typeof body !== 'object' || body === null) return null;
  const { query, operationName, variables } = body as Readonly<Record<string, unknown>>;
  if (typeof query !== 'string') return null;
  return {
    query,
    // An empty name is none to whoever plans.
    operationName: (typeof operationName === 'string' && operationName) || undefined,
    variables: variables ?? undefined,
  };
}

/** The server takes each of these once, and variables that are JSON; what else stands there is nothing to it. */
function ofSearch(path: string): GraphqlRequest | null {
  const search = searchOf(path);
  if (['query', 'operationName', 'variables'].some((name) => search.getAll(name).length > 1)) return null;
  const text = search.get('variables');
  try {
    return ofRecord({
      query: search.get('query'),
      operationName: search.get('operationName'),
      variables: text === null ? undefined : (JSON.parse(text) as unknown),
    });
  } catch {
    return null;
  }
}

/** The parameters of a path: what stands between the first question mark and a hash. */
function searchOf(path: string): URLSearchParams {
  const [search = ''] = path.split('#');
  return new URLSearchParams(search.includes('?') ? search.slice(search.indexOf('?')) : '');
}

/**
 * A path with the same parameters in plain ASCII. Readers of URLs differ in what they trim and escape, and a question
 * must not be one to whoever measures it and another to whoever answers.
 */
export function plainPath(path: string): string {
  return `/?${searchOf(path).toString()}`;
}
