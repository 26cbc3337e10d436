import {
  defaultTypeResolver,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { entityTypes, type EntityVariables } from './entities';
import { expectedLength, isSubjectsOfCheck } from './expected-length';

type Data = Readonly<Record<string, unknown>>;

/**
 * Reads an answer as `completeAnswer` does, by a run of graphql-js over it: slower, for any document, and what the
 * compiled way is held against.
 */
export function executedAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: EntityVariables,
  data: Data,
): Data | null {
  const types = entityTypes(variables, data);
  if (!types) return null;
  const result = execute({
    schema,
    document,
    variableValues: variables,
    rootValue: data,
    fieldResolver: (source: Data, args: Data, _context, info) => {
      const { key } = info.path;
      const value = Object.hasOwn(source, key) ? source[key] : undefined;
      if (value === undefined) throw new Error('the answer lacks a field');
      const isSubjects = isSubjectsOfCheck(info.parentType, info.fieldName);
      const length = expectedLength(args, isSubjects, variables.representations?.[entityIndex(info.path)]);
      if (length !== undefined && Array.isArray(value) && value.length !== length) {
        throw new Error('the answer leaves somebody out');
      }
      return value;
    },
    typeResolver: (value, context, info, type) =>
      types.get(value) ?? defaultTypeResolver(value, context, info, type),
  }) as ExecutionResult;
  return result.errors ? null : (result.data ?? null);
}

/** The place of the entity under which a field stands; -1 outside of entities. */
function entityIndex({ prev, key }: GraphQLResolveInfo['path']): number {
  if (!prev) return -1;
  return prev.key === '_entities' && typeof key === 'number' ? key : entityIndex(prev);
}
