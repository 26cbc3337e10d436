import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ConfigError } from '../../schema/config/config-error';
import type { Config } from '../../schema/config/read-config';
import { packageRoot } from '../../schema/package-root';
import { serveSupergraph, type ServeOptions } from './serve-supergraph';
import type { ServedSupergraph } from './served-supergraph';
import { SupergraphRefused } from './supergraph-refused';

type Place = Pick<Config, 'SUPERGRAPH'>;

/** The supergraph with which a process starts: the configured file, or the one that is in the repository. */
export function firstSupergraph({ SUPERGRAPH: path }: Place): string {
  try {
    return readFileSync(path ?? join(packageRoot, 'schema/supergraph.graphql'), 'utf8');
  } catch (error) {
    throw path === undefined ? error : notServed('a file that can be read');
  }
}

/** Serves it. Where a configured file is not to be served, the start is refused with the reason. */
export async function serveFirst(
  sdl: string,
  { SUPERGRAPH: path }: Place,
  options: ServeOptions,
): Promise<ServedSupergraph> {
  try {
    return await serveSupergraph(sdl, options);
  } catch (error) {
    const isTheirs = path !== undefined && error instanceof SupergraphRefused;
    throw isTheirs ? notServed(`a supergraph that can be served, but ${error.message}`) : error;
  }
}

function notServed(expected: string): ConfigError {
  return new ConfigError([{ variable: 'SUPERGRAPH', expected }]);
}
