import { Kind, OperationTypeNode, parse, visit, type DocumentNode, type FieldNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { DepartmentRequest } from '../../../schema/wire/graphql-exchange';
import type { Representation } from '../entities';

const kept = 1000;

const known = new LRUCache<string, boolean>({ max: kept });

/** The entities that a fetch names; null where it asks for anything else, or not in the one way that a plan does. */
export function entitiesOf({ query, variables }: DepartmentRequest): readonly Representation[] | null {
  const representations = variables?.['representations'];
  if (!Array.isArray(representations) || representations.length === 0) return null;
  let isFetch = known.get(query);
  if (isFetch === undefined) known.set(query, (isFetch = asksForEntitiesAlone(query)));
  return isFetch ? (representations as readonly Representation[]) : null;
}

function asksForEntitiesAlone(query: string): boolean {
  try {
    const document = parse(query, { noLocation: true });
    return hasOneRoot(document) && timesUsed('representations', document) === 1;
  } catch {
    // Whoever is asked says what is wrong with it.
    return false;
  }
}

/** `query (…) { _entities(representations: $representations) {…} }`, and fragments. */
function hasOneRoot({ definitions }: DocumentNode): boolean {
  const [operation, ...others] = definitions.filter(({ kind }) => kind !== Kind.FRAGMENT_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) return false;
  const [root, ...more] = operation.selectionSet.selections;
  const isQuery = operation.operation === OperationTypeNode.QUERY;
  return isQuery && root?.kind === Kind.FIELD && more.length === 0 && namesEntities(root);
}

function namesEntities({ name, alias, arguments: given = [], directives = [] }: FieldNode): boolean {
  const [named, ...others] = given;
  const isPlain = !alias && others.length === 0 && directives.length === 0;
  return name.value === '_entities' && isPlain && named?.value.kind === Kind.VARIABLE;
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
