import {
  getOperationAST,
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
} from 'graphql';
import { collectFields } from 'graphql/execution/collectFields';
import type { DepartmentContext } from '../serve/department-context';
import { NotCompiled, type Compilation } from './compilation';
import { compiledEntities } from './compiled-entities';
import { compiledField, compiledFields, objectsOf, type CompiledField } from './compiled-fields';

/**
 * Answers a query. It rejects wherever anything is not as it should be, be it that somebody asked for something odd or
 * that a registry failed: then graphql-js has to execute the operation, which knows how errors are told.
 */
export type CompiledOperation = (
  variables: Readonly<Record<string, unknown>>,
  context: DepartmentContext,
) => Promise<Record<string, unknown>>;

/**
 * Makes a validated query ready to be answered many times: what is selected of which type, by which resolver, is found
 * once, and each field is resolved for all objects of a level together. Null for what only graphql-js answers: mutations,
 * introspection, conditions that hang on variables, interfaces and unions other than entities, resolvers that look at
 * the operation.
 */
export function compileOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledOperation | null {
  const operation = getOperationAST(document, operationName);
  const query = schema.getQueryType();
  if (!query || operation?.operation !== OperationTypeNode.QUERY || hasConditions(document)) return null;
  const compilation: Compilation = { schema, fragments: fragmentsOf(document), fieldsOf: compiledFields };
  try {
    const selected = collectFields(schema, compilation.fragments, {}, query, operation.selectionSet);
    const fields = [...selected].map(([key, nodes]): CompiledField => {
      const field = query.getFields()[nodes[0]?.name.value ?? ''];
      if (field?.name !== '_entities') return compiledField(key, query, nodes, compilation);
      const entities = compiledEntities(field, nodes, compilation);
      return { key, values: async (_, run) => [await entities(run)] };
    });
    const answer = objectsOf(fields);
    return async (given, context) => {
      const { coerced: variables } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
      if (!variables) throw new NotCompiled();
      const [data] = await answer([{}], { context, variables });
      return data as Record<string, unknown>;
    };
  } catch (error) {
    if (error instanceof NotCompiled) return null;
    throw error;
  }
}

function fragmentsOf({ definitions }: DocumentNode): Readonly<Record<string, FragmentDefinitionNode>> {
  return Object.fromEntries(
    definitions.flatMap((node) =>
      node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
    ),
  );
}

/** Whether what is asked hangs on a variable. */
function hasConditions(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Directive: ({ arguments: given = [] }) => {
      if (given.some(({ value }) => value.kind === Kind.VARIABLE)) found = true;
    },
  });
  return found;
}
