import { Supergraph as ComposedSupergraph } from '@apollo/federation-internals';
import { buildASTSchema, parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { readAccessTable, type AccessTable } from '../schema/access/access-table';
import { withoutAccess } from '../schema/access/without-access';
import { readReservedNames, type ReservedNames } from './reserved-names';
import { withScalars } from './with-scalars';

/** Everything that the gateway knows of the graph, all of it read from one supergraph. */
export interface Supergraph {
  /** The text, parsed. */
  readonly document: DocumentNode;
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
  const steps = supergraphInSteps(sdl);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same step by step, for whoever has others to serve meanwhile: each takes a process some tens of milliseconds. */
export function* supergraphInSteps(sdl: string): Generator<undefined, Supergraph> {
  const document = parse(sdl);
  const schema = withScalars(buildASTSchema(document, { assumeValidSDL: true }));
  yield;
  const plannerSdl = print(withoutAccess(document));
  yield;
  const composed = ComposedSupergraph.build(plannerSdl);
  yield;
  const departments = new Map<string, GraphQLSchema>();
  for (const { name, schema: own } of composed.subgraphs().values()) {
    departments.set(name, withScalars(own.toGraphQLJSSchema()));
    yield;
  }
  const reservedNames = readReservedNames(schema);
  return { document, schema, plannerSdl, access: readAccessTable(document), reservedNames, departments };
}
