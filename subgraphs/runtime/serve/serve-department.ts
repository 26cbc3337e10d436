import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { callerHeader, statusPath, type VerifiedCall } from '../../../schema/wire/caller';
import { drainServer } from '../../../schema/wire/drain-server';
import { listenOn } from '../../../schema/wire/listen-on';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import { callAuthenticator } from './call-authenticator';
import { NonceMemory } from './nonce-memory';
import type { NonceStore } from './nonce-store';
import type { OpenDepartment } from './open-department';
import { refuse, refuseOddities } from './refuse-stranger';

export interface ServeOptions {
  readonly host: string;
  readonly port: number;
  /** The keys of the gateways that may ask. */
  readonly gatewayKeys: JWTVerifyGetKey;
  /** How long a question may be. */
  readonly maxBodyBytes: number;
  readonly logger: Logger;
  readonly clock?: () => Date;
  /** Where nonces are remembered, to be closed by whoever opened it; in this process where left out. */
  readonly nonces?: NonceStore;
}

/** A department behind HTTP. */
export interface ServedDepartment {
  readonly url: string;
  close(): Promise<void>;
}

const graphqlPath = '/graphql';

/** A signed call names up to 200 households, whose numbers may be Chinese. */
const maxHeaderSize = 64 * 1024;

/**
 * Serves a department over HTTP to gateways that sign their calls, and to nobody else: whoever else knocks
 * gets 401 and not a byte more, whatever was asked, and is not read to the end. /health/live and /health/ready answer
 * 204 without a body; where nonces cannot be remembered nobody is answered, and the latter says 503.
 */
export async function serveDepartment(
  department: OpenDepartment,
  options: ServeOptions,
): Promise<ServedDepartment> {
  const logger = options.logger.child({ department: department.subgraph.name });
  const nonces = options.nonces ?? new NonceMemory((options.clock ?? (() => new Date()))());
  const answer = answering(department, options, nonces, logger);
  const limits = { requestTimeout: 10_000, headersTimeout: 5_000, maxHeaderSize, requireHostHeader: false };
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request, response).catch((error: unknown) => {
      logger.error({ reason: (error as Error).name }, 'request failed');
      response.destroy();
    });
  };
  // Whoever waits for leave to send a body gets it when the signature is seen to hold.
  const server = createServer(limits, take).on('checkContinue', take);
  refuseOddities(server);
  server.keepAliveTimeout = 65_000;
  const url = await listenOn(server, options.host, options.port);
  return { url: `${url}${graphqlPath}`, close: () => drainServer(server) };
}

type Route = (call: VerifiedCall, body: Buffer) => Promise<unknown>;

function answering(department: OpenDepartment, options: ServeOptions, nonces: NonceStore, logger: Logger) {
  const { gatewayKeys, clock = () => new Date() } = options;
  const name = department.subgraph.name;
  const authenticate = callAuthenticator({ department: name, gatewayKeys, nonces, clock, logger });

  const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
    [graphqlPath, (call, body) => department.execute(JSON.parse(body.toString()) as DepartmentRequest, call)],
    [statusPath, (call) => department.status(call)],
  ]);

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url: path = '' } = request;
    const isWell = method === 'GET' ? health.get(path) : undefined;
    if (isWell) {
      response.writeHead(isWell(nonces) ? 204 : 503).end();
      return;
    }
    const route = method === 'POST' ? routes.get(path) : undefined;
    const token = tokenOf(request);
    let reading: Promise<Buffer> | undefined;
    const body = () => (reading ??= readBody(request, response, options.maxBodyBytes));
    const call = route && token !== null ? await authenticate({ token, method, path, body }) : null;
    if (!route || !call) {
      refuse(response);
      return;
    }
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
      .end(JSON.stringify(await route(call, await body())));
  };
}

/** The signature that came with a request; null without one, and with several, which would be joined into none. */
function tokenOf({ headersDistinct }: IncomingMessage): string | null {
  const [token, ...more] = headersDistinct[callerHeader] ?? [];
  return more.length === 0 ? (token ?? null) : null;
}

/** What everybody may know: whether it lives, and whether it can answer. */
const health: ReadonlyMap<string, (nonces: NonceStore) => boolean> = new Map([
  ['/health/live', () => true],
  ['/health/ready', (nonces: NonceStore) => nonces.isReady()],
]);

/** The body; throws where it is longer than it may be. */
async function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  maxBytes: number,
): Promise<Buffer> {
  if (request.headers.expect) response.writeContinue();
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw Object.assign(new Error('the question is too long'), { code: 'TOO_LARGE' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
