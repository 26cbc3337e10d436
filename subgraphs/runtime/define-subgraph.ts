import type { GraphQLResolverMap } from '@apollo/subgraph/dist/schema-helper';
import type { Logger } from 'pino';
import type { Config } from '../../schema/config/read-config';
import type { GraphClient } from '../../schema/wire/graph-client';
import type { Database, Migrations } from './database/open-database';
import type { Registry } from './registry/registry';
import type { DepartmentContext } from './serve/department-context';

export type Resolvers = GraphQLResolverMap<DepartmentContext>;

/** What a department that works by itself works with. */
export interface Workplace {
  readonly config: Config;
  readonly database: Database;
  /** The graph that the department is a part of. */
  readonly graph: GraphClient;
  readonly clock: () => Date;
  readonly logger: Logger;
}

/** A department at work: it answers, and does by itself what is due. */
export interface Work {
  readonly resolvers: Resolvers;
  /** Looks for what is due at this moment of its clock. It never waits. */
  wake(): void;
  /** Resolves when nothing is due any more at this moment of its clock. */
  idle(): Promise<void>;
  /** Ends what is being done, and begins nothing more. */
  close(): Promise<void>;
}

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
  /** Reads what else has to be configured; throws a ConfigError, which is told before a database is opened. */
  readonly settings?: (config: Config) => unknown;
  /** In the place of resolvers, what begins the work of a department that works by itself. */
  readonly begin?: (workplace: Workplace) => Promise<Work>;
}

/** What a department says of itself; one that keeps no registry leaves those out. */
type Manifest = Omit<Subgraph, Kept> & Partial<Pick<Subgraph, Kept>>;
type Kept = 'registries' | 'migrations' | 'resolvers';

/** Declares a department; its SDL is `schema.graphql` in the folder of its name. */
export function defineSubgraph(manifest: Manifest): Subgraph {
  return { registries: [], migrations: [], resolvers: {}, ...manifest };
}

/** Whether a department has a database. */
export function keepsRecords({ migrations }: Pick<Subgraph, 'migrations'>): boolean {
  return migrations.length > 0;
}

/** Whether a department keeps registries. One that does not has no person's pseudonym to make. */
export function keepsRegistries({ registries }: Pick<Subgraph, 'registries'>): boolean {
  return registries.length > 0;
}
