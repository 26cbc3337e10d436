import { getVariableValues, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Role } from '../access/roles';
import { costOf, type Variables } from './cost';
import { Documents } from './documents';
import type { GraphqlRequest } from './graphql-request';
import { limitsOf, mostCoercionErrors, mostFieldsUnsound, type Limits } from './limits';
import type { MeasuredDocument, MeasuredOperation } from './measured-document';
import { readObjectFields } from './object-fields';
import { firstPassed, type Problem } from './problem';
import { variablesProblem } from './variable-size';

/** Why a question of a role is refused by its size; null where it is not, or where the server refuses it anyway. */
export type ProblemOf = (request: GraphqlRequest, role: Role) => Problem | null;

/**
 * Holds questions against the limits of a role: the document first, then its variables, then what the answer may come
 * to. `supergraph` is the schema with its list sizes, whose scalars refuse what is not of their form.
 */
export function problemFinder(supergraph: GraphQLSchema): ProblemOf {
  const fields = readObjectFields(supergraph);
  const documents = new Documents();
  return ({ query, operationName, variables }, role) => {
    const limits = limitsOf[role];
    const document = documents.read(query, limits.tokens);
    if (document === 'NOT_GRAPHQL') return variablesProblem(variables, limits);
    if (document === 'TOO_MANY_TOKENS') return tooManyTokens(limits);
    const tooLarge = documentProblem(document, limits);
    if (tooLarge) return tooLarge;
    const operation = document.operation(operationName, supergraph, fields);
    return (
      (operation && operationProblem(operation, limits)) ??
      variablesProblem(variables, limits) ??
      (operation && costProblem(operation, isRecord(variables) ? variables : {}, supergraph, limits))
    );
  };
}

function tooManyTokens({ tokens }: Limits): Problem {
  return { code: 'TOO_MANY_TOKENS', details: { limit: String(tokens) } };
}

function documentProblem(document: MeasuredDocument, limits: Limits): Problem | null {
  const { text, extent, isSound } = document;
  return (
    firstPassed([
      [Math.max(text.directives, extent.directives), limits.directives, 'TOO_MANY_DIRECTIVES'],
      [text.aliases, limits.aliases, 'TOO_MANY_ALIASES'],
      [text.longestList, limits.list, 'LIST_TOO_LONG'],
      [text.longestText, limits.text, 'TEXT_TOO_LONG'],
      [text.longestName, limits.name, 'TEXT_TOO_LONG'],
      [extent.selections, limits.selections, 'TOO_MANY_SELECTIONS'],
      [extent.depth, limits.depth, 'TOO_DEEP'],
      [extent.introspectionDepth, limits.introspectionDepth, 'TOO_DEEP'],
    ]) ??
    // What is wrong with a small one, the server tells; in a large one it would take long to find.
    (isSound || text.fields <= mostFieldsUnsound
      ? firstPassed([[document.repetitions, limits.repetitions, 'TOO_MANY_SELECTIONS']])
      : { code: 'GRAPHQL_VALIDATION_FAILED', details: {} })
  );
}

function operationProblem(operation: MeasuredOperation, limits: Limits): Problem | null {
  return firstPassed([
    [operation.rootFields, limits.rootFields, 'TOO_MANY_ROOT_FIELDS'],
    [operation.sameRootField, limits.sameRootField, 'TOO_MANY_ROOT_FIELDS'],
  ]);
}

/** A few wrong variables are the server's to tell; it would tell of a thousand too. */
function costProblem(
  { node, places }: MeasuredOperation,
  given: Variables,
  supergraph: GraphQLSchema,
  limits: Limits,
): Problem | null {
  const { coerced, errors } = coercedVariables(node, given, supergraph);
  if (!coerced) return errors > mostCoercionErrors ? { code: 'BAD_USER_INPUT', details: {} } : null;
  const cost = costOf(places, coerced);
  if (cost <= limits.cost) return null;
  return { code: 'TOO_COSTLY', details: { limit: String(limits.cost), cost: String(cost) } };
}

function coercedVariables(
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Variables,
  supergraph: GraphQLSchema,
): { readonly coerced?: Variables; readonly errors: number } {
  const { coerced, errors = [] } = getVariableValues(supergraph, variableDefinitions, given, {
    maxErrors: mostCoercionErrors,
  });
  return coerced ? { coerced, errors: 0 } : { errors: errors.length };
}

function isRecord(value: unknown): value is Variables {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
