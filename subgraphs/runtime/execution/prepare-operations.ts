import { execute, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { DepartmentContext } from '../serve/department-context';
import { compileOperation } from './compile-operation';
import { namedEntities, type NamedEntities } from './named-entities';

/** An operation of a validated document, ready to be answered many times. */
export interface PreparedOperation {
  readonly namedEntities: NamedEntities;
  execute(variables: Readonly<Record<string, unknown>>, context: DepartmentContext): Promise<ExecutionResult>;
}

/** The operations of a document by their names, each prepared when it is first asked for. */
export type PreparedOperations = (operationName: string | undefined) => PreparedOperation;

/**
 * Prepares the operations of a validated document. They are executed the short way, and where that does not go smoothly
 * the long one: graphql-js finds every error and its place. What was read before is not read again, since the look-ups of
 * an operation remember.
 */
export function prepareOperations(schema: GraphQLSchema, document: DocumentNode): PreparedOperations {
  const prepared = new Map<string | undefined, PreparedOperation>();
  return (operationName) => {
    const known = prepared.get(operationName) ?? prepare(schema, document, operationName);
    // A document has few operations, but a caller may make up any number of names.
    if (prepared.size < 10) prepared.set(operationName, known);
    return known;
  };
}

function prepare(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): PreparedOperation {
  const short = compileOperation(schema, document, operationName);
  return {
    namedEntities: namedEntities(schema, document, operationName),
    execute: async (variables, contextValue) => {
      const data = await short?.(variables, contextValue).catch(() => undefined);
      return data
        ? { data }
        : execute({ schema, document, variableValues: variables, operationName, contextValue });
    },
  };
}
