import { Pool } from 'undici';
import { z } from 'zod';
import { purposeHeader, reasonHeader } from '../../../schema/access/purposes';
import { namedOperation, type OperationManifest } from '../../../schema/operations';
import type { GraphAnswer, GraphClient, GraphRequest } from '../../../schema/wire/graph-client';
import { readCapped } from '../../../schema/wire/read-capped';

export interface HttpGraphOptions {
  /** The gateway's GraphQL endpoint. */
  readonly url: string;
  /** The access token of this moment. */
  readonly token: () => Promise<string>;
  readonly documents: OperationManifest;
  /** How long an answer may take, in milliseconds. */
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** The graph behind HTTP. */
export interface HttpGraph extends GraphClient {
  close(): Promise<void>;
}

/** An answer as GraphQL over HTTP has it; refusals have errors alone. */
const answers = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z.array(z.looseObject({ message: z.string() })).optional(),
  })
  .refine(({ data, errors }) => data !== undefined || errors !== undefined);

/**
 * The graph for a department that runs alone: a gateway is asked by the id of a published document. No question is sent
 * twice, and none for longer than `timeoutMs`; whatever comes that is no answer rejects with a code that quotes nothing.
 */
export function httpGraph({ url, documents, ...options }: HttpGraphOptions): HttpGraph {
  const { origin, pathname: path } = new URL(url);
  const pool = new Pool(origin, { connections: 16, keepAliveTimeout: 4_000 });
  return {
    async ask(request) {
      const body = JSON.stringify({
        operationName: request.operation,
        variables: request.variables,
        extensions: {
          persistedQuery: { version: 1, sha256Hash: namedOperation(documents, request.operation).id },
        },
      });
      const signal = AbortSignal.timeout(options.timeoutMs);
      const headers = headersOf(request, await options.token());
      const response = await pool.request({ method: 'POST', path, headers, body, signal });
      return answerIn(await readCapped(response.body, options.maxResponseBytes), response.statusCode);
    },
    close: () => pool.destroy(),
  };
}

function headersOf({ purpose, reason }: GraphRequest, token: string): Record<string, string> {
  return {
    accept: 'application/graphql-response+json, application/json',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    [purposeHeader]: purpose,
    [reasonHeader]: encodeURIComponent(reason),
  };
}

function answerIn(text: string, status: number): GraphAnswer {
  try {
    const { data = null, errors = [] } = answers.parse(JSON.parse(text));
    return { data, errors };
  } catch {
    throw Object.assign(new Error('The gateway sent no answer'), { code: `HTTP_${status}` });
  }
}
