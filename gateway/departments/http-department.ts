import { Kind, OperationTypeNode, parse, type GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { statusPath, type SigningKey } from '../../schema/wire/caller';
import type { Department, DepartmentAnswer, DepartmentRequest } from '../../schema/wire/graphql-exchange';
import { DepartmentFailure } from './department-failure';
import { signedExchange } from './signed-exchange';

export interface HttpDepartmentOptions {
  readonly name: string;
  readonly url: string;
  readonly signer: SigningKey;
  readonly maxResponseBytes: number;
  readonly clock: () => Date;
}

/** A department behind HTTP. */
export interface HttpDepartment extends Department {
  close(): Promise<void>;
}

const registryStates = z.array(
  z.object({
    name: z.string(),
    records: z.number().int().nullable(),
    asOf: z.string().nullable(),
    silence: z.string().nullable(),
  }),
);

/** What is said of a connection that was refused, or that ended before the answer did. */
const lostConnections = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/**
 * A department that answers over HTTP. Its `execute` gives an answer where one of the right form came, whether it is
 * complete or not; for whatever else came, or did not, it rejects with a DepartmentFailure. Whatever only reads is
 * sent once more where the connection was lost, in what is left of its time: a department that starts anew closes
 * connections that were kept open.
 */
export function httpDepartment({ url, ...options }: HttpDepartmentOptions): HttpDepartment {
  const { origin, pathname } = new URL(url);
  const exchange = signedExchange({ ...options, origin });
  return {
    async execute(request, call, signal) {
      const body = JSON.stringify(request);
      const began = performance.now();
      try {
        return answerOf(await exchange.post(pathname, body, call, signal));
      } catch (error) {
        const budgetMs = Math.floor(call.budgetMs - (performance.now() - began));
        if (budgetMs < 1 || signal?.aborted || !isLost(error) || !isRead(request)) throw error;
        return answerOf(await exchange.post(pathname, body, { ...call, budgetMs }, signal));
      }
    },
    async status(call, signal) {
      const states = registryStates.safeParse(await exchange.post(statusPath, '', call, signal));
      if (!states.success) throw new DepartmentFailure('NOT_AN_ANSWER');
      return states.data;
    },
    close: () => exchange.close(),
  };
}

function isLost(error: unknown): boolean {
  return error instanceof DepartmentFailure && lostConnections.has(error.reason);
}

/** Nobody knows how far a mutation came: it is sent once. */
function isRead({ query }: DepartmentRequest): boolean {
  return parse(query, { noLocation: true }).definitions.every(
    (node) => node.kind !== Kind.OPERATION_DEFINITION || node.operation === OperationTypeNode.QUERY,
  );
}

/** Data with or without errors, or errors alone; nothing else is an answer. */
function answerOf(json: unknown): DepartmentAnswer {
  if (!isObject(json)) throw new DepartmentFailure('NOT_AN_ANSWER');
  const { data = null, errors } = json;
  const isForm = (data === null || isObject(data)) && (errors === undefined || areErrors(errors));
  if (!isForm) throw new DepartmentFailure('NOT_AN_ANSWER');
  if (data === null && (!errors || errors.length === 0)) throw new DepartmentFailure('NO_DATA');
  return { data, errors };
}

function areErrors(value: unknown): value is GraphQLFormattedError[] {
  return Array.isArray(value) && value.every((error) => isObject(error) && isPlace(error['path']));
}

function isPlace(path: unknown): boolean {
  return path === undefined || path === null || Array.isArray(path);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
