import { parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { statusPath, type SigningKey } from '../../schema/wire/caller';
import type { Department, DepartmentAnswer, DepartmentRequest } from '../../schema/wire/graphql-exchange';
import { completeAnswer } from './complete-answer';
import { DepartmentFailure } from './department-failure';
import { signedExchange } from './signed-exchange';

export interface HttpDepartmentOptions {
  readonly name: string;
  readonly url: string;
  readonly schema: GraphQLSchema;
  readonly signer: SigningKey;
  readonly maxResponseBytes: number;
  readonly clock: () => Date;
}

/** A department behind HTTP. */
export interface HttpDepartment extends Department {
  close(): Promise<void>;
}

const keptDocuments = 1000;

const registryStates = z.array(
  z.object({
    name: z.string(),
    records: z.number().int().nullable(),
    asOf: z.string().nullable(),
    silence: z.string().nullable(),
  }),
);

/**
 * A department that answers over HTTP. Its `execute` gives an answer only where that is complete by the
 * department's schema; for whatever else came, or did not, it rejects with a DepartmentFailure.
 */
export function httpDepartment({ schema, url, ...options }: HttpDepartmentOptions): HttpDepartment {
  const { origin, pathname } = new URL(url);
  const exchange = signedExchange({ ...options, origin });
  const documents = new LRUCache<string, DocumentNode>({ max: keptDocuments });
  const documentOf = (query: string): DocumentNode => {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    return document;
  };
  return {
    async execute(request, call, signal) {
      const answer = await exchange.post(pathname, JSON.stringify(request), call, signal);
      return checked(schema, documentOf(request.query), request, answer);
    },
    async status(call, signal) {
      const states = registryStates.safeParse(await exchange.post(statusPath, '', call, signal));
      if (!states.success) throw new DepartmentFailure('NOT_AN_ANSWER');
      return states.data;
    },
    close: () => exchange.close(),
  };
}

/** The answer, its data as the schema reads it. Errors may stand beside data, but they make no gaps in it. */
function checked(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variables }: DepartmentRequest,
  answer: unknown,
): DepartmentAnswer {
  if (typeof answer !== 'object' || answer === null) throw new DepartmentFailure('NOT_AN_ANSWER');
  const { data, errors }: DepartmentAnswer = answer;
  if (errors !== undefined && !Array.isArray(errors)) throw new DepartmentFailure('NOT_AN_ANSWER');
  if (!data) {
    if (!errors || errors.length === 0) throw new DepartmentFailure('NO_DATA');
    return { data: null, errors };
  }
  const complete = completeAnswer(schema, document, variables ?? {}, data);
  if (!complete) throw new DepartmentFailure('INCOMPLETE');
  return { data: complete, errors };
}
