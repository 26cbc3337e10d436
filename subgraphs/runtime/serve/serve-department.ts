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
  readonly logger: Logger;
  readonly clock?: () => Date;
}

/** A department behind HTTP. */
export interface ServedDepartment {
  readonly url: string;
  close(): Promise<void>;
}

const graphqlPath = '/graphql';

/** 200 households of a dozen people each, with room to spare. */
const maxBody = 4 * 1024 * 1024;

/**
 * Serves a department over HTTP to gateways that sign their calls, and to nobody else: whoever else knocks
 * gets 401 and not a byte more, whatever was asked. /health/live and /health/ready answer 204 without a body.
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

  const authenticate = async (token: string, path: string, body: Buffer): Promise<VerifiedCall | null> => {
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
    const body = route && typeof token === 'string' ? await readBody(request) : null;
    const call = body && (await authenticate(String(token), path, body));
    if (!route || !call) {
      response.writeHead(401, { connection: 'close' }).end();
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(await route(call, body)));
  };
}

/** The body, or null where it is longer than any gateway's. */
async function readBody(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
