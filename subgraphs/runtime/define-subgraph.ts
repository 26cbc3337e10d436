import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import type { Migrations } from './database/open-database';
import type { Registry } from './registry/registry';
import type { DepartmentContext } from './serve/department-context';

/** One department: all that sets it apart. Server, database and import code stand once, in the runtime. */
export interface Subgraph {
  /** The folder's name, which is also the subgraph's in the graph. */
  readonly name: string;
  readonly chinese: string;
  /** In the order of import: a registry stands after those that it refers to. */
  readonly registries: readonly Registry[];
  readonly migrations: Migrations;
  readonly resolvers: GraphQLResolverMap<DepartmentContext>;
}

/** Declares a department; its SDL is `schema.graphql` in the folder of its name. */
export function defineSubgraph(subgraph: Subgraph): Subgraph {
  return subgraph;
}
