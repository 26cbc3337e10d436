import type { Request, Response } from 'express';
import { graphqlRequest, type GraphqlRequest } from '../limits/graphql-request';
import type { Answer } from '../request/course';

/** The forms of an answer, the one before the other where a client takes both. */
const forms = ['application/json', 'application/graphql-response+json'];

/** The question of a request that is put the way clients of published documents put it; null of any other. */
export function plainQuestion(request: Request): GraphqlRequest | null {
  if (request.method !== 'POST' || !request.is('application/json')) return null;
  const question = graphqlRequest(request);
  return question && !('extensions' in (request.body as object)) ? question : null;
}

/** Sends an answer as Apollo Server would. */
export function sendAnswer(request: Request, response: Response, { result, http }: Answer): void {
  const { errors, data, extensions } = result;
  response.status(http.status ?? 200);
  response.setHeader('cache-control', 'no-store');
  for (const [name, value] of http.headers) response.setHeader(name, value);
  response.setHeader('content-type', `${String(request.accepts(forms))}; charset=utf-8`);
  response.end(`${JSON.stringify({ errors, data, extensions })}\n`);
}
