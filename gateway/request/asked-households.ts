import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import { rootIds } from '../departments/root-ids';

/** The households that an operation asks for. */
export interface AskedHouseholds {
  /** The numbers of those that it names, each once. */
  readonly named: readonly string[];
  /** Whether it may tell of others too: a search, or a step of a verification. */
  readonly mayFindOthers: boolean;
}

/** Reads which households an operation asks for, from its text and its variables. */
export function askedHouseholds(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
): (variables: Readonly<Record<string, unknown>> | undefined) => AskedHouseholds {
  const defaults = Object.fromEntries(
    (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
      defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
    ),
  );
  const ids = rootIds(operation, document, schema);
  return (variables) => {
    const values = { ...defaults, ...variables };
    return { named: ids.of('Household', values), mayFindOthers: ids.findsHouseholds(values) };
  };
}
