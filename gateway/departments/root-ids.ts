import {
  getNamedType,
  Kind,
  valueFromASTUntyped,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
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
      .flatMap(({ value }) => valueFromASTUntyped(value, variables));
    // GraphQL takes numbers for ids too.
    const ids = given.filter((id) => typeof id === 'string' || typeof id === 'number');
    return [...new Set(ids.map(String))];
  };
}
