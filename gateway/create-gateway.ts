import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLFormattedError } from 'graphql';
import { oversight } from '../schema/department-sdl';
import type { Department } from '../schema/wire/graphql-exchange';
import { departmentDataSource } from './departments/department-data-source';
import type { CircuitOf } from './departments/breaker/breakers';
import type { FailureLog } from './departments/failure-log';
import { clientError } from './errors/client-error';
import type { Execution } from './execution/execution';
import { planningGateway } from './execution/planning-gateway';
import type { GatewayContext } from './gateway-context';
import { oversightDataSource } from './oversight/oversight-data-source';
import { mostTokens } from './limits/limits';
import type { CatalogueEntry } from './oversight/registry-catalogue';
import type { CourseOptions } from './request/course';
import { requestPlugin } from './request/request-plugin';
import { reservedAliases } from './reserved-aliases';
import type { Supergraph } from './supergraph';
import { withScalars } from './with-scalars';

export interface GatewayOptions extends Pick<
  CourseOptions,
  'ledger' | 'budget' | 'householdsPerHour' | 'clock' | 'requests'
> {
  readonly supergraph: Supergraph;
  /** Whoever answers for each department of the supergraph. */
  readonly departments: ReadonlyMap<string, Department>;
  /** Those of them whose answers come over a network. */
  readonly behindHttp: ReadonlySet<string>;
  readonly departmentDeadlineMs: number;
  /** How departments failed; it outlives a supergraph. */
  readonly failures: FailureLog;
  readonly circuitOf: CircuitOf;
  readonly development: boolean;
  /** What is agreed of every registry. */
  readonly catalogue: readonly CatalogueEntry[];
}

/** A GraphQL server, and what it plans and executes operations by. */
export interface GatewayServer {
  readonly server: ApolloServer<GatewayContext>;
  readonly execution: Execution;
  /** What a request goes through, whoever executes it. */
  readonly course: CourseOptions;
}

/**
 * The GraphQL server over all departments: access first, then Apollo's plan, each fetch through a department's
 * data source. Throws where a department of the supergraph has nobody to answer for it.
 */
export async function createGateway(options: GatewayOptions): Promise<GatewayServer> {
  const {
    supergraph,
    departments,
    behindHttp,
    departmentDeadlineMs: deadlineMs,
    failures,
    circuitOf,
    development,
    catalogue,
    clock,
    ledger,
  } = options;
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph.plannerSdl,
    logger: silentLogger,
    buildService: ({ name }) => {
      if (name === oversight) {
        return oversightDataSource({
          catalogue,
          departments,
          failures,
          circuitOf,
          deadlineMs,
          clock,
          ledger,
        });
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
        checksAnswers: behindHttp.has(name),
        deadlineMs,
        failures,
        clock,
      });
    },
  });
  gateway.onSchemaLoadOrUpdate(({ apiSchema }) => void withScalars(apiSchema));
  const course = { ...options, access: supergraph.access, everybodyReadsSchema: development };
  let execution: Execution | undefined;
  const server = new ApolloServer<GatewayContext>({
    gateway: planningGateway(gateway, (loaded) => (execution = loaded)),
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
    plugins: [ApolloServerPluginLandingPageDisabled(), requestPlugin(course)],
  });
  await server.start();
  if (!execution) throw new Error('Apollo Server has not loaded its gateway');
  return { server, execution, course };
}

/** Apollo's own lines quote upstream messages; ours are written where requests and failures are known. */
const silentLogger = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  // Nothing is to be said.
}
