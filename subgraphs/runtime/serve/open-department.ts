import { type ExecutionResult, type GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../../../schema/config/read-config';
import { departmentSdl } from '../../../schema/department-sdl';
import { catalogueError } from '../../../schema/wire/catalogue-error';
import { errorCatalogue, isErrorCode } from '../../../schema/wire/error-catalogue';
import { detailsOf } from '../../../schema/wire/error-details';
import type { GraphClient } from '../../../schema/wire/graph-client';
import type { Department } from '../../../schema/wire/graphql-exchange';
import type { Database } from '../database/open-database';
import type { Resolvers, Subgraph, Work } from '../define-subgraph';
import { DepartmentContext } from './department-context';
import { documentCache } from './document-cache';
import { entityGuard } from './entity-guard';
import { executableSchema } from './executable-schema';
import { openStore } from './open-store';
import { registryStates } from './registry-states';

/** A department that answers in this process. */
export interface OpenDepartment extends Department {
  readonly subgraph: Subgraph;
  /** Refuses to be asked where the department keeps nothing. */
  readonly database: Database;
  /** What it does by itself; absent where it only answers. */
  readonly work?: Pick<Work, 'wake' | 'idle'> | undefined;
  close(): Promise<void>;
}

export interface DepartmentOptions {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock?: (() => Date) | undefined;
  /** The way to the whole graph, for departments that work by themselves. */
  readonly graph?: GraphClient | undefined;
  /** Told of every SQL statement, without its values. */
  readonly onStatement?: ((sql: string) => void) | undefined;
}

/** How many different operations a department keeps parsed; a gateway sends the same few. */
const keptDocuments = 1000;

/** Reads what a department reads at its start, opens its database, and makes it ready to answer, whichever way it is asked. */
export async function openDepartment(
  subgraph: Subgraph,
  { config, clock = () => new Date(), onStatement, graph = noGraph, ...options }: DepartmentOptions,
): Promise<OpenDepartment> {
  const logger = options.logger.child({ department: subgraph.name });
  const { name, registries } = subgraph;
  const answering = subgraph.begin ? null : resolversOf(subgraph, config);
  const { database, fingerprint } = await openStore(subgraph, config, onStatement);
  const work = await subgraph.begin?.({ config, database, graph, clock, logger });
  const schema = executableSchema(name, answering ?? work?.resolvers ?? {});
  const read = documentCache(schema, keptDocuments);
  const guard = entityGuard(departmentSdl(name));
  return {
    subgraph,
    database,
    work,
    async execute({ query, variables = {}, operationName }, call) {
      const contextValue = new DepartmentContext({ database, fingerprint, clock, logger }, call);
      const answer = async (): Promise<ExecutionResult> => {
        const document = read(query);
        if ('errors' in document) return document;
        const operation = document.operations(operationName);
        const refusal = guard(operation.namedEntities(variables), call.cases);
        if (refusal === null) return operation.execute(variables, contextValue);
        contextValue.logger.warn({ reason: refusal }, 'entities refused');
        return { errors: [catalogueError('ENTITIES_REFUSED')] };
      };
      const { data, errors } = await answer();
      return errors
        ? { data, errors: errors.map((error) => reported(error, contextValue.logger)) }
        : { data };
    },
    status: () => registryStates(registries, database, fingerprint),
    close: async () => {
      await work?.close();
      await database.close();
    },
  };
}

/** What it answers by. What it reads for that at its start is read before a database is opened. */
function resolversOf({ resolvers }: Subgraph, config: Config): Resolvers {
  return typeof resolvers === 'function' ? resolvers(config) : resolvers;
}

/** In the place of the graph where nobody gave the way to it. */
const noGraph: GraphClient = {
  ask: () => Promise.reject(new Error('this process has no way to the graph')),
};

/** An error by its code and that code's details: what else it says may hold what somebody sent, or what a row holds. */
function reported(error: GraphQLError, logger: Logger): GraphQLFormattedError {
  const given = error.extensions['code'];
  const code = isErrorCode(given) ? given : 'INTERNAL_SERVER_ERROR';
  if (code === 'INTERNAL_SERVER_ERROR') {
    const cause = error.originalError ?? error;
    logger.error({ reason: cause.name, at: cause.stack?.split('\n    at ')[1] }, 'operation failed');
  }
  return {
    message: errorCatalogue[code].en,
    ...(error.path ? { path: error.path } : {}),
    extensions: { code, ...detailsOf(code, error.extensions) },
  };
}
