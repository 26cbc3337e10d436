import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { oversight } from '../schema/department-sdl';
import type { Department } from '../schema/wire/graphql-exchange';
import { departmentDataSource } from './departments/department-data-source';
import { FailureLog } from './departments/failure-log';
import { clientError } from './errors/client-error';
import type { GatewayContext } from './gateway-context';
import { oversightDataSource } from './oversight/oversight-data-source';
import { mostTokens } from './limits/limits';
import type { CatalogueEntry } from './oversight/registry-catalogue';
import { requestPlugin, type RequestOptions } from './request/request-plugin';
import { reservedAliases } from './reserved-aliases';
import type { Supergraph } from './supergraph';
import { withScalars } from './with-scalars';

export interface GatewayOptions extends Pick<
  RequestOptions,
  'ledger' | 'budget' | 'householdsPerHour' | 'clock'
> {
  readonly supergraph: Supergraph;
  /** Whoever answers for each department of the supergraph. */
  readonly departments: ReadonlyMap<string, Department>;
  readonly departmentDeadlineMs: number;
  readonly development: boolean;
  /** What is agreed of every registry. */
  readonly catalogue: readonly CatalogueEntry[];
}

/**
 * The GraphQL server over all departments: access first, then Apollo's plan, each fetch through a department's
 * data source. Throws where a department of the supergraph has nobody to answer for it.
 */
export async function createGateway(options: GatewayOptions): Promise<ApolloServer<GatewayContext>> {
  const {
    supergraph,
    departments,
    departmentDeadlineMs: deadlineMs,
    development,
    catalogue,
    clock,
    ledger,
  } = options;
  const failures = new FailureLog();
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.plannerSdl,
    logger: silentLogger,
    buildService: ({ name }) => {
      if (name === oversight) {
        return oversightDataSource({ catalogue, departments, failures, deadlineMs, clock, ledger });
      }
      const department = departments.get(name);
      const schema = supergraph.departments.get(name);
      if (!department || !schema) throw new Error(`Nobody answers for the department ${name}`);
      const keepsRegistries = catalogue.some((entry) => entry.department === name);
      return departmentDataSource({
        name,
        department,
        schema,
        keepsRegistries,
        deadlineMs,
        failures,
        clock,
      });
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void withScalars(apiSchema));
  const server = new ApolloServer<GatewayContext>({
    gateway,
    logger: silentLogger,
    introspection: true,
    // Names of fields that a caller did not know stay unknown; 'did you mean' would tell them.
    hideSchemaDetailsFromClientErrors: true,
    includeStacktraceInErrorResponses: false,
    persistedQueries: false,
    parseOptions: { maxTokens: mostTokens },
    validationOptions: { maxErrors: 5 },
    validationRules: [reservedAliases(supergraph.reservedNames)],
    formatError: (error: GraphQLFormattedError) => clientError(error),
    stopOnTerminationSignals: false,
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      requestPlugin({ ...options, access: supergraph.access, everybodyReadsSchema: development }),
    ],
  });
  await server.start();
  return server;
}

/** Apollo's own lines quote upstream messages; ours are written where requests and failures are known. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing is to be said.
}
