import { Kind, OperationTypeNode, visit, type DocumentNode, type FieldNode } from 'graphql';

/** The one root field of a query, whose one argument is a variable that stands nowhere else. */
export interface SoleRoot {
  readonly field: FieldNode;
  readonly argument: string;
  readonly variable: string;
}

/** `query (…) { field(argument: $variable) {…} }`, and fragments; null where a document is of any other form. */
export function soleRoot(document: DocumentNode): SoleRoot | null {
  const { definitions } = document;
  const [operation, ...others] = definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return null;
  const [root, ...more] = operation.selectionSet.selections;
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  if (!isQuery || root?.kind !== Kind.FIELD || more.length > 0) return null;
  const named = namedByVariable(root);
  return named && timesUsed(named.variable, document) === 1 ? named : null;
}

function namedByVariable(field: FieldNode): SoleRoot | null {
  const { arguments: given = [], directives = [] } = field;
  const [named, ...further] = given;
  if (further.length > 0 || directives.length > 0 || named?.value.kind !== Kind.VARIABLE) return null;
  return { field, argument: named.name.value, variable: named.value.name.value };
}

/** How often a variable stands for a value. */
function timesUsed(variable: string, document: DocumentNode): number {
  let times = 0;
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void (times += name.value === variable ? 1 : 0),
  });
  return times;
}
