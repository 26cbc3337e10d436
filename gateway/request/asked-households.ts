import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { valueFromASTUntyped } from 'graphql';
import { rootIds } from '../departments/root-ids';

/** The numbers of the households that an operation asks for, each once. */
export function askedHouseholds(
  operation: OperationDefinitionNode,
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: Readonly<Record<string, unknown>> = {},
): readonly string[] {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return rootIds(operation, document, schema)('Household', { ...Object.fromEntries(defaults), ...variables });
}
