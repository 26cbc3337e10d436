import { Supergraph as ComposedSupergraph } from '@apollo/federation-internals';
import { buildASTSchema, parse, print, type GraphQLSchema } from 'graphql';
import { readAccessTable, type AccessTable } from '../schema/access/access-table';
import { withoutAccess } from '../schema/access/without-access';
import { readReservedNames, type ReservedNames } from './reserved-names';
import { withScalars } from './with-scalars';

/** Everything that the gateway knows of the graph, all of it read from one supergraph. */
export interface Supergraph {
  /** The whole graph with its directives: keys, access, list sizes. */
  readonly schema: GraphQLSchema;
  /** What Apollo's planner takes: the supergraph without the access directives. */
  readonly plannerSdl: string;
  readonly access: AccessTable;
  /** Names that clients may not use as aliases, by type. */
  readonly reservedNames: ReservedNames;
  /** Each department's own schema, by which its answers are checked and stood in for. */
  readonly departments: ReadonlyMap<string, GraphQLSchema>;
}

/** Reads a supergraph. Throws where it is not one. */
export function readSupergraph(sdl: string): Supergraph {
  const document = parse(sdl);
  const schema = withScalars(buildASTSchema(document, { assumeValidSDL: true }));
  const plannerSdl = print(withoutAccess(document));
  const subgraphs = ComposedSupergraph.build(plannerSdl).subgraphs().values();
  return {
    schema,
    plannerSdl,
    access: readAccessTable(document),
    reservedNames: readReservedNames(schema),
    departments: new Map(
      subgraphs.map(({ name, schema }) => [name, withScalars(schema.toGraphQLJSSchema())] as const),
    ),
  };
}
