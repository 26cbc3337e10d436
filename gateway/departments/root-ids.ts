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

type Values = Readonly<Record<string, unknown>>;

/** The ids that root fields of an operation ask for, by the type that those fields give; each once. */
export type RootIds = (type: 'Household' | 'Person', variables: Values) => readonly string[];

/** Finds the arguments `id` and `ids` of an operation's root fields, at the roots alone. */
export function rootIds(
  { selectionSet }: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): RootIds {
  const within = (selection: SelectionNode): readonly FieldNode[] =>
    selection.kind === Kind.FIELD
      ? [selection]
      : fragmentOf(selection, document).selectionSet.selections.flatMap(within);
  const fields = selectionSet.selections.flatMap(within);
  const questions = schema.getQueryType()?.getFields() ?? {};
  const returned = (name: string) => questions[name] && getNamedType(questions[name].type).name;
  return (type, variables) => {
    const given = fields
      .filter(({ name }) => returned(name.value) === type)
      .flatMap((field) => field.arguments ?? [])
      .filter(({ name }) => name.value === 'id' || name.value === 'ids')
      .flatMap(({ value }) => idsIn(value, variables));
    return [...new Set(given)];
  };
}

/** GraphQL takes numbers for ids too: those of a document by their digits, of which JavaScript would lose some. */
function idsIn(value: ValueNode, variables: Values): readonly string[] {
  if (value.kind === Kind.LIST) return value.values.flatMap((item) => idsIn(item, variables));
  if (value.kind === Kind.INT) return [value.value];
  const given: unknown[] = [valueFromASTUntyped(value, variables)].flat();
  return given.filter((id) => typeof id === 'string' || typeof id === 'number').map(String);
}
