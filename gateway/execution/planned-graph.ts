import type { ApolloGateway, GraphQLDataSource } from '@apollo/gateway';
import type { Schema } from '@apollo/federation-internals';
import type { QueryPlanner } from '@apollo/query-planner';
import type { GraphQLSchema } from 'graphql';

/** What a loaded ApolloGateway knows of its one supergraph, and plans and executes by. */
export interface PlannedGraph {
  /** The schema that clients see, with our scalars. */
  readonly schema: GraphQLSchema;
  /** The same in the planner's own form. */
  readonly apiSchema: Schema;
  readonly supergraphSchema: GraphQLSchema;
  readonly planner: QueryPlanner;
  readonly dataSources: Readonly<Record<string, GraphQLDataSource>>;
}

/**
 * Reads them off the gateway, which shows them to nobody: to build the planner a second time takes as long as
 * all the rest of a start. Throws where a version of the gateway keeps them elsewhere.
 */
export function plannedGraph(gateway: ApolloGateway): PlannedGraph {
  const parts = gateway as unknown as Readonly<Record<string, unknown>>;
  const part = (name: string): unknown => {
    const found = parts[name];
    if (typeof found !== 'object' || found === null) throw new Error(`@apollo/gateway has no ${name}`);
    return found;
  };
  const services = part('serviceMap') as Readonly<Record<string, { readonly dataSource: GraphQLDataSource }>>;
  return {
    schema: part('schema') as GraphQLSchema,
    apiSchema: part('apiSchema') as Schema,
    supergraphSchema: part('supergraphSchema') as GraphQLSchema,
    planner: part('queryPlanner') as QueryPlanner,
    dataSources: Object.fromEntries(
      Object.entries(services).map(([name, { dataSource }]) => [name, dataSource]),
    ),
  };
}
