import {
  defaultTypeResolver,
  execute,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import type { EntityVariables } from './entities';
import { expectedLength } from './expected-length';

type Data = Readonly<Record<string, unknown>>;

/**
 * What a department answered, as its schema reads it: the data anew where it is complete and of the right
 * types throughout, null where anything is missing or of another form, or where there are more or fewer
 * entities, subjects or households than were asked for. Fields that nobody asked for are left out.
 */
export function completeAnswer(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: EntityVariables,
  data: Data,
): Data | null {
  if (!hasAllEntities(variables, data)) return null;
  const types = entityTypes(variables, data);
  const result = execute({
    schema,
    document,
    variableValues: variables,
    rootValue: data,
    fieldResolver: (source: Data, args: Data, _context, info) => {
      const { key } = info.path;
      const value = Object.hasOwn(source, key) ? source[key] : undefined;
      if (value === undefined) throw new Error('the answer lacks a field');
      const length = expectedLength(args, info, variables);
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

function hasAllEntities({ representations }: EntityVariables, data: Data): boolean {
  if (!representations) return true;
  const entities = data['_entities'];
  return (
    Array.isArray(entities) &&
    entities.length === representations.length &&
    entities.every((entity) => typeof entity === 'object' && entity !== null)
  );
}

/** The type of each entity is that of its representation: the answer need not say it. */
function entityTypes({ representations = [] }: EntityVariables, data: Data): ReadonlyMap<unknown, string> {
  const entities = data['_entities'] as readonly unknown[];
  return new Map(representations.map(({ __typename }, index) => [entities[index], __typename]));
}
