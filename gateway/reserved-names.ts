import {
  getNamedType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  type DirectiveNode,
  type GraphQLField,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

/** By type, the names under which a plan fetches keys and required fields beside those of the client. */
export type ReservedNames = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads from a supergraph's schema which names each type reserves: those of keys, and of all that some field
 * requires, however deep. An interface reserves what the types reserve that it is seen through.
 */
export function readReservedNames(supergraph: GraphQLSchema): ReservedNames {
  const reserved = new Map<string, Set<string>>();
  const reserve = (type: unknown, { selections }: SelectionSetNode): void => {
    if (!isObjectType(type)) return;
    for (const node of selections) {
      if (node.kind !== Kind.FIELD) continue;
      for (const { name } of [type, ...type.getInterfaces()]) {
        reserved.set(name, (reserved.get(name) ?? new Set()).add(node.name.value));
      }
      const field: GraphQLField<unknown, unknown> | undefined = type.getFields()[node.name.value];
      if (field && node.selectionSet) reserve(getNamedType(field.type), node.selectionSet);
    }
  };
  for (const type of Object.values(supergraph.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const selection of selectionsIn(type.astNode?.directives, 'key')) reserve(type, selection);
    for (const { astNode } of Object.values(type.getFields())) {
      for (const selection of selectionsIn(astNode?.directives, 'requires')) reserve(type, selection);
    }
  }
  return reserved;
}

/** The selections that an argument of the join directives holds. */
function selectionsIn(
  directives: readonly DirectiveNode[] | undefined,
  argument: string,
): readonly SelectionSetNode[] {
  return (directives ?? []).flatMap(({ arguments: given }) => {
    const value = given?.find(({ name }) => name.value === argument)?.value;
    if (value?.kind !== Kind.STRING) return [];
    const [operation] = parse(`{ ${value.value} }`).definitions;
    return operation?.kind === Kind.OPERATION_DEFINITION ? [operation.selectionSet] : [];
  });
}
