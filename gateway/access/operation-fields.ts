import {
  TypeInfo,
  getNamedType,
  separateOperations,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** One field that an operation selects, as access sees it. */
export interface OperationField {
  /** `Household.members`. */
  readonly coordinate: string;
  /** The type that it stands on. */
  readonly parent: string;
  /** The named type that it returns. */
  readonly returns: string;
  /** Whether it is a root of introspection: `__schema`, `__type`. */
  readonly isIntrospection: boolean;
}

/**
 * The fields that an operation selects, each once, through whatever alias, fragment or interface. `__typename` and what
 * lies below a root of introspection is left out; what a directive would leave out is not.
 */
export function operationFields(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): readonly OperationField[] {
  const fields = new Map<string, OperationField>();
  const types = new TypeInfo(schema);
  visit(
    separateOperations(document)[operation.name?.value ?? ''] ?? document,
    visitWithTypeInfo(types, {
      Field: ({ name: { value: name } }) => {
        const parent = types.getParentType()?.name ?? '';
        if (name === '__typename' || parent.startsWith('__')) return;
        const coordinate = `${parent}.${name}`;
        const returns = getNamedType(types.getType())?.name ?? '';
        fields.set(coordinate, { coordinate, parent, returns, isIntrospection: name.startsWith('__') });
      },
    }),
  );
  return [...fields.values()];
}
