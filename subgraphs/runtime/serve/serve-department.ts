import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { callerHeader, statusPath, verifyCall, type VerifiedCall } from '../../../schema/wire/caller';
import { drainServer } from '../../../schema/wire/drain-server';
import { listenOn } from '../../../schema/wire/listen-on';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { NonceMemory } from './nonce-memory';
import type { OpenDepartment } from './open-department';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** The keys of the gateways that may ask. */
  readonly gatewayKeys: JWTVerifyGetKey;
  /** How long a question may be. */
  readonly maxBodyBytes: number;
  readonly logger: Logger;
  readonly clock?: () => Date;
}

/** A department behind HTTP. */
export interface ServedDepartment {
  readonly url: string;
  close(): Promise<void>;
}

const graphqlPath = '/graphql';

/**
 * Serves a department over HTTP to gateways that sign their calls, and to nobody else: whoever else knocks
 * gets 401 and not a byte more, whatever was asked, and is not read to the end. /health/live and /health/ready answer 204 without a body.
 */
export async function serveDepartment(
  department: OpenDepartment,
  options: ServeOptions,
): Promise<ServedDepartment> {
  const logger = options.logger.child({ department: department.subgraph.name });
  const answer = answering(department, options, logger);
  const server = createServer({ requestTimeout: 10_000, headersTimeout: 5_000 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ reason: (error as Error).name }, 'request failed');
      response.destroy();
    });
  });
  server.keepAliveTimeout = 65_000;
  const url = await listenOn(server, options.host, options.port);
  return { url: `${url}${graphqlPath}`, close: () => drainServer(server) };
}

type Route = (call: VerifiedCall, body: Buffer) => Promise<unknown>;

function answering(department: OpenDepartment, options: ServeOptions, logger: Logger) {
  const clock = options.clock ?? (() => new Date());
  const nonces = new NonceMemory();

  const routes: Readonly<Record<string, Route>> = {
    [graphqlPath]: (call, body) => department.execute(JSON.parse(body.toString()) as DepartmentRequest, call),
    [statusPath]: (call) => department.status(call),
  };

  const authenticate = async (token: string, path: string, body: () => Promise<Buffer>) => {
    try {
      const bound = { department: department.subgraph.name, method: 'POST', path, body };
      const now = clock();
      const call = await verifyCall(token, bound, options.gatewayKeys, now);
      return nonces.remember(call.nonce, call.expires, now.getTime()) ? call : null;
    } catch (error) {
      logger.warn({ reason: (error as { code?: string }).code ?? 'INVALID' }, 'call refused');
      return null;
    }
  };

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method === 'GET' && /^\/health\/(live|ready)$/.test(request.url ?? '')) {
      response.writeHead(204).end();
      return;
    }
    const path = request.url ?? '';
    const route = request.method === 'POST' && Object.hasOwn(routes, path) ? routes[path] : undefined;
    const token = request.headers[callerHeader];
    let reading: Promise<Buffer> | undefined;
    const body = () => (reading ??= readBody(request, options.maxBodyBytes));
    const call = route && typeof token === 'string' ? await authenticate(token, path, body) : null;
    if (!route || !call) {
      response.writeHead(401, { connection: 'close' }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(await route(call, await body())));
  };
}

/** The body; throws where it is longer than it may be. */
async function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw Object.assign(new Error('the question is too long'), { code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
