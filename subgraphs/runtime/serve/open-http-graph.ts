import type { Logger } from 'pino';
import { ConfigError } from '../../../schema/config/config-error';
import { expectations, type Config } from '../../../schema/config/read-config';
import { readTogether } from '../../../schema/config/read-together';
import { readManifest } from '../../../schema/operations';
import { graphToken } from './graph-token';
import { httpGraph, type HttpGraph } from './http-graph';

/** Where a gateway answers on a development machine, where nothing else is said. */
const developmentUrl = 'http://127.0.0.1:4000/graphql';

/** How much longer than a gateway may take its answer is waited for, in milliseconds. */
const patienceMs = 2_000;

/**
 * The way to the graph of a department that runs alone, as the configuration has it. Throws a ConfigError that lists what is
 * missing of GATEWAY_URL and GATEWAY_TOKEN.
 */
export function openHttpGraph(config: Config, maxResponseBytes: number, logger: Logger): HttpGraph {
  const onTrouble = (reason: string) => logger.warn({ variable: 'GATEWAY_TOKEN', reason }, 'token not read');
  return httpGraph({
    ...readTogether({ url: () => gatewayUrl(config), token: () => graphToken(config, onTrouble) }),
    documents: readManifest(),
    timeoutMs: config.REQUEST_DEADLINE_MS + patienceMs,
    maxResponseBytes,
  });
}

function gatewayUrl({ GATEWAY_URL: url, DEPLOYMENT }: Config): string {
  if (url) return url;
  if (DEPLOYMENT === 'development') return developmentUrl;
  throw new ConfigError([{ variable: 'GATEWAY_URL', expected: expectations.get('GATEWAY_URL') ?? '' }]);
}
