import type { FragmentDefinitionNode, GraphQLSchema } from 'graphql';

/** What a compilation goes by, all the way down. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
}

/** What is left to graphql-js: an operation that is not compiled, or an execution that did not go smoothly. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}
