import {
  GraphQLError,
  Kind,
  parse,
  type ConstDirectiveNode,
  type DocumentNode,
  type ObjectTypeDefinitionNode,
  type ValidationRule,
} from 'graphql';

/** By type, the names under which a plan fetches keys and required fields beside those of the client. */
export type ReservedNames = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads from a supergraph which names each type reserves. */
export function readReservedNames(supergraph: DocumentNode): ReservedNames {
  const types = supergraph.definitions.filter(
    (node): node is ObjectTypeDefinitionNode => node.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
  return new Map(
    types.map((type) => [
      type.name.value,
      new Set([
        ...namesIn(type.directives, 'key'),
        ...(type.fields ?? []).flatMap((field) => namesIn(field.directives, 'requires')),
      ]),
    ]),
  );
}

/**
 * Refuses an alias by which a client would put another value where a plan looks for a key or a required field:
 * `subjects: householdId`. Planning it would fail without telling why.
 */
export function reservedAliases(reserved: ReservedNames): ValidationRule {
  return (context) => ({
    Field: (node) => {
      const alias = node.alias?.value;
      if (alias === undefined || alias === node.name.value) return;
      const type = context.getParentType()?.name ?? '';
      if (alias === '__typename' || reserved.get(type)?.has(alias)) {
        context.reportError(
          new GraphQLError(`The alias "${alias}" is reserved on "${type}": choose another.`, { nodes: node }),
        );
      }
    },
  });
}

/** The outermost field names in the selections that an argument of the join directives holds. */
function namesIn(directives: readonly ConstDirectiveNode[] | undefined, argument: string): readonly string[] {
  return (directives ?? []).flatMap(({ arguments: given }) => {
    const value = given?.find(({ name }) => name.value === argument)?.value;
    return value?.kind === Kind.STRING ? outermostFields(value.value) : [];
  });
}

function outermostFields(selection: string): readonly string[] {
  const [operation] = parse(`{ ${selection} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((node) =>
    node.kind === Kind.FIELD ? [node.name.value] : [],
  );
}
