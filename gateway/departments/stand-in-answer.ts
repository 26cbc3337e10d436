import {
  execute,
  getNamedType,
  getNullableType,
  isListType,
  isNonNullType,
  isObjectType,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';
import type { EntityVariables } from './entities';

/** As much of a representation as a check needs. */
interface Subjects {
  readonly subjects?: readonly { readonly personId: string }[];
}

/**
 * Answers in a department's place when it did not: every check says UNAVAILABLE of every subject and holds no
 * records. It executes the department's own operation, so any alias, fragment and nesting comes out right,
 * and no list of fields has to be kept.
 */
export function standInAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: EntityVariables,
): ExecutionResult['data'] {
  const result = execute({
    schema,
    document,
    variableValues: variables,
    rootValue: { _entities: variables.representations },
    fieldResolver: (
      source: Record<string, unknown> & Subjects,
      _args,
      _context,
      { fieldName, returnType },
    ) => {
      if (isCheck(returnType)) return silentCheck(source);
      // A list that may be null is null: an empty one would say that there is none.
      return source[fieldName] ?? (mustBeList(returnType) ? [] : null);
    },
  }) as ExecutionResult;
  return result.data;
}

function mustBeList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) && isListType(getNullableType(type));
}

function isCheck(type: GraphQLOutputType): boolean {
  const named = getNamedType(type);
  return isObjectType(named) && named.getInterfaces().some(({ name }) => name === 'RegistryCheck');
}

function silentCheck({ subjects = [] }: Subjects) {
  const status = 'UNAVAILABLE';
  return {
    status,
    asOf: null,
    subjects: subjects.map(({ personId }) => ({ person: { id: personId }, status })),
  };
}
