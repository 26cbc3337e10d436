import type { Request, RequestHandler } from 'express';
import type { Principal } from '../access/principal';
import type { Role } from '../access/roles';
import { refuse } from '../errors/refuse';
import type { ErrorCode } from '../../schema/wire/error-catalogue';
import { operationId } from '../../schema/operations';
import { graphqlRequest } from '../limits/graphql-request';
import type { TrustedDocuments } from './trusted-documents';

/** A document's id in Apollo's form of a persisted query, as a client sends it beside or in place of the text. */
interface Named {
  readonly version?: unknown;
  readonly sha256Hash?: unknown;
}

/** Puts the text of a published document where a question gives its id. */
export function documentsById(documents: TrustedDocuments): RequestHandler {
  return (request, response, next) => {
    const question = questionOf(request);
    const named =
      question && (question.extensions as { readonly persistedQuery?: Named } | undefined)?.persistedQuery;
    if (!named) {
      next();
      return;
    }
    const text = textOf(named, question.query, documents);
    if (typeof text === 'object') refuse(response, text.code);
    else {
      question.put(text);
      next();
    }
  };
}

/** Lets those who may not ask freely ask by published documents alone. */
export function trustedDocumentsOnly(
  documents: TrustedDocuments,
  mayAskFreely: (role: Role) => boolean,
): RequestHandler {
  return (request, response, next) => {
    const { role } = response.locals['principal'] as Principal;
    const asked = graphqlRequest(request);
    if (!asked || mayAskFreely(role) || documents.isPublished(asked.query)) next();
    else refuse(response, 'DOCUMENT_NOT_TRUSTED');
  };
}

function textOf(
  { version, sha256Hash: id }: Named,
  query: unknown,
  documents: TrustedDocuments,
): string | { readonly code: ErrorCode } {
  if (version !== 1 || typeof id !== 'string') return { code: 'BAD_REQUEST' };
  if (typeof query === 'string') return operationId(query) === id ? query : { code: 'BAD_REQUEST' };
  return documents.byId(id) ?? { code: 'PERSISTED_QUERY_NOT_FOUND' };
}

/** Where a question has its parts, and how to put the text there in the place of its id. */
interface Question {
  readonly query: unknown;
  readonly extensions: unknown;
  put(text: string): void;
}

function questionOf(request: Request): Question | null {
  if (request.method === 'GET') return questionOfSearch(request);
  const body: unknown = request.body;
  if (request.method !== 'POST' || typeof body !== 'object' || body === null) return null;
  const { extensions, ...rest } = body as Readonly<Record<string, unknown>>;
  // The server takes no `extensions` that are undefined: they have to be gone.
  return { query: rest['query'], extensions, put: (query) => void (request.body = { ...rest, query }) };
}

function questionOfSearch(request: Request): Question | null {
  const url = new URL(request.url, 'http://gateway');
  const put = (text: string) => {
    url.searchParams.set('query', text);
    url.searchParams.delete('extensions');
    request.url = `${url.pathname}${url.search}`;
  };
  try {
    const extensions: unknown = JSON.parse(url.searchParams.get('extensions') ?? '{}');
    return { query: url.searchParams.get('query') ?? undefined, extensions, put };
  } catch {
    return null;
  }
}
