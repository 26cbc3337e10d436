import type { FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { Step } from './column';

/** What a compilation goes by, all the way down. */
export interface Compilation {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** What is selected of objects of one type: makes an object of the answer for each. */
  readonly fieldsOf: (type: GraphQLObjectType, nodes: readonly FieldNode[], compilation: Compilation) => Step;
}

/** What is left to graphql-js: an operation that is not compiled, or an execution that did not go smoothly. */
export class NotCompiled extends Error {
  override readonly name = 'NotCompiled';
}
