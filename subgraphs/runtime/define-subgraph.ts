import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import type { Config } from '../../schema/config/read-config';
import type { Migrations } from './database/open-database';
import type { Registry } from './registry/registry';
import type { DepartmentContext } from './serve/department-context';

export type Resolvers = GraphQLResolverMap<DepartmentContext>;

/** One department: all that sets it apart. Server, database and import code stand once, in the runtime. */
export interface Subgraph {
  /** The folder's name, which is also the subgraph's in the graph. */
  readonly name: string;
  readonly chinese: string;
  /** In the order of import: a registry stands after those that it refers to. */
  readonly registries: readonly Registry[];
  readonly migrations: Migrations;
  /** Or what makes them when the department opens, of files that it reads then; a RefusedStart stops the start. */
  readonly resolvers: Resolvers | ((config: Config) => Resolvers);
}

/** What a department says of itself; one that keeps no registry leaves those out. */
type Manifest = Omit<Subgraph, Kept> & Partial<Pick<Subgraph, Kept>>;
type Kept = 'registries' | 'migrations';

/** Declares a department; its SDL is `schema.graphql` in the folder of its name. */
export function defineSubgraph(manifest: Manifest): Subgraph {
  return { registries: [], migrations: [], ...manifest };
}

/** Whether a department keeps anything. One that does not has no database, and no person's pseudonym to make. */
export function keepsRegistries({ registries }: Pick<Subgraph, 'registries'>): boolean {
  return registries.length > 0;
}
