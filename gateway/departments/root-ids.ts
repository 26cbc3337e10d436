import {
  getNamedType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type ValueNode,
} from 'graphql';
import { fragmentOf } from './fragment-of';
import { findingHouseholds, namedAtRoots, type Named, type Place } from './named-at-roots';

type Values = Readonly<Record<string, unknown>>;

/** What an operation asks for at its roots. */
export interface RootIds {
  /** The ids of households or people that its root fields name; each once. */
  of(whom: Named, variables: Values): readonly string[];
  /** Whether some root field tells of a household that it does not name. */
  findsHouseholds(variables: Values): boolean;
}

/** Finds whom the root fields of a query or a mutation name, at the roots alone. */
export function rootIds(
  { selectionSet, operation }: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): RootIds {
  const within = (selection: SelectionNode): readonly FieldNode[] =>
    selection.kind === Kind.FIELD
      ? [selection]
      : fragmentOf(selection, document).selectionSet.selections.flatMap(within);
  const roots = schema.getRootType(operation)?.getFields() ?? {};
  const fields = selectionSet.selections.flatMap(within).map((node) => {
    const field = Object.hasOwn(roots, node.name.value) ? roots[node.name.value] : undefined;
    return { node, returns: field && getNamedType(field.type).name };
  });
  const named = ({ node, returns }: (typeof fields)[number], whom: Named, variables: Values) => {
    const places: readonly Place[] = namedAtRoots[whom];
    return places
      .filter((place) => returns !== undefined && (place.returns ?? returns) === returns)
      .flatMap(({ path: [argument, ...path] }) => {
        const value = node.arguments?.find(({ name }) => name.value === argument)?.value;
        return value ? idsIn(value, path, variables) : [];
      });
  };
  return {
    of: (whom, variables) => [...new Set(fields.flatMap((field) => named(field, whom, variables)))],
    findsHouseholds: (variables) =>
      fields.some(
        (field) =>
          findingHouseholds.has(field.returns ?? '') && named(field, 'Household', variables).length === 0,
      ),
  };
}

/** GraphQL takes numbers for ids too: those of a document by their digits, of which JavaScript would lose some. */
function idsIn(value: ValueNode, path: readonly string[], variables: Values): readonly string[] {
  if (value.kind === Kind.LIST) return value.values.flatMap((item) => idsIn(item, path, variables));
  const [field, ...below] = path;
  if (value.kind === Kind.OBJECT) {
    const within = value.fields.find(({ name }) => name.value === field)?.value;
    return within ? idsIn(within, below, variables) : [];
  }
  if (value.kind === Kind.INT && field === undefined) return [value.value];
  return idsAt(valueFromASTUntyped(value, variables), path);
}

function idsAt(value: unknown, path: readonly string[]): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((item) => idsAt(item, path));
  const [field, ...below] = path;
  if (field === undefined) {
    return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
  }
  const isThere = typeof value === 'object' && value !== null && Object.hasOwn(value, field);
  return isThere ? idsAt((value as Values)[field], below) : [];
}
