import type { Logger } from 'pino';
import type { Config } from '../../schema/config/read-config';
import { CurrentSupergraph } from './current-supergraph';
import { serveFirst } from './first-supergraph';
import { followSupergraph } from './follow-supergraph';
import { serveSupergraph, type ServeOptions } from './serve-supergraph';

export interface OpenOptions {
  readonly config: Pick<Config, 'SUPERGRAPH'>;
  /** The supergraph with which the process starts. */
  readonly first: string;
  readonly logger: Logger;
  /** What every supergraph is served with: departments, ledger and budgets outlive it. */
  readonly serving: ServeOptions;
}

/** The supergraph of a process, and the ways to another. */
export interface OpenSupergraph {
  readonly current: CurrentSupergraph;
  /** Reads the configured file now, and serves by it where it can be served. Does nothing where none is configured. */
  readonly reload: () => Promise<void>;
  /** Resolves when nothing is asked any more and every server is stopped. */
  close(): Promise<void>;
}

/** Serves a supergraph, and follows its file where one is configured. */
export async function openSupergraph({
  config,
  first,
  logger,
  serving,
}: OpenOptions): Promise<OpenSupergraph> {
  const current = new CurrentSupergraph(await serveFirst(first, config, serving));
  const serve = async (sdl: string): Promise<void> => {
    const next = await serveSupergraph(sdl, serving);
    const stopped = current.put(next);
    stopped.catch(() => logger.error('the supergraph before could not be stopped'));
  };
  const { SUPERGRAPH: path } = config;
  const followed = path === undefined ? undefined : followSupergraph({ path, first, serve, logger });
  return {
    current,
    reload: async () => followed?.reload(),
    close: async () => {
      await followed?.close();
      await current.close();
    },
  };
}
