import {
  getArgumentValues,
  getOperationAST,
  getVariableValues,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** All entities that an operation names, in variables and in its text. What it lacks is told when it is executed. */
export type NamedEntities = (variables: Variables) => readonly unknown[];

/** Finds once where an operation names entities. */
export function namedEntities(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): NamedEntities {
  const field = schema.getQueryType()?.getFields()['_entities'];
  const operation = getOperationAST(document, operationName);
  const nodes = operation && field ? entityNodes(operation.selectionSet, document) : [];
  if (!operation || !field || nodes.length === 0) return () => [];
  const only = nodes.length === 1 ? variableOf(nodes[0]) : undefined;
  return (variables) => {
    const given = only === undefined ? undefined : variables[only];
    // A gateway names them in one variable. The scalar of representations takes each as it is.
    if (Array.isArray(given) && !given.includes(null)) return given as readonly unknown[];
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) return [];
    return nodes.flatMap((node) => getArgumentValues(field, node, coerced)['representations'] as unknown[]);
  };
}

function variableOf(node: FieldNode | undefined): string | undefined {
  const value = node?.arguments?.[0]?.value;
  return value?.kind === Kind.VARIABLE ? value.name.value : undefined;
}

/** Every `_entities` of an operation, under whatever name and in whatever fragment. */
function entityNodes(selectionSet: SelectionSetNode, { definitions }: DocumentNode): readonly FieldNode[] {
  const fragments = new Map(
    definitions
      .filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node]),
  );
  const nodesIn = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return node.name.value === '_entities' ? [node] : [];
      if (node.kind === Kind.INLINE_FRAGMENT) return nodesIn(node.selectionSet);
      const fragment = fragments.get(node.name.value);
      // Each fragment once: else a few of them, each spreading the next twice, would be walked without end.
      fragments.delete(node.name.value);
      return fragment ? nodesIn(fragment.selectionSet) : [];
    });
  return nodesIn(selectionSet);
}
