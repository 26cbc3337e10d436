import {
  getOperationAST,
  KnownFragmentNamesRule,
  NoFragmentCyclesRule,
  OperationTypeNode,
  parse,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Role } from '../access/roles';
import type { GraphqlRequest } from '../limits/graphql-request';
import { askedHouseholds } from '../request/asked-households';
import type { Lane } from './lanes';

/** The lane in which a question waits. */
export type LaneOf = (question: GraphqlRequest | null, role: Role) => Lane;

/** The roles under which machines ask: behind each of the others somebody waits. */
const machines: ReadonlySet<Role> = new Set<Role>(['assistance', 'verification']);

/** More households than this, asked for together by a machine, are a page of a batch. */
const fewHouseholds = 10;

const keptDocuments = 500;

export function isMachine(role: Role): boolean {
  return machines.has(role);
}

/** Finds lanes by who asks, and by how many households a machine’s question names. */
export function laneFinder(schema: GraphQLSchema): LaneOf {
  const documents = new LRUCache<string, { readonly document: DocumentNode | null }>({ max: keptDocuments });
  const documentOf = (query: string): DocumentNode | null => {
    const known = documents.get(query) ?? { document: parsed(query, schema) };
    documents.set(query, known);
    return known.document;
  };
  return (question, role) => {
    if (!machines.has(role)) return 'people';
    const document = question && documentOf(question.query);
    if (document && isPage(document, question, schema)) return 'pages';
    return role === 'verification' ? 'own' : 'systems';
  };
}

function isPage(
  document: DocumentNode,
  { operationName, variables }: GraphqlRequest,
  schema: GraphQLSchema,
): boolean {
  const operation = getOperationAST(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY) return false;
  const values = isRecord(variables) ? variables : {};
  return askedHouseholds(operation, document, schema)(values).named.length > fewHouseholds;
}

/** A document whose fragments can be followed; whatever else is wrong with it is told soon enough. */
function parsed(query: string, schema: GraphQLSchema): DocumentNode | null {
  try {
    const document = parse(query, { noLocation: true });
    const problems = validate(schema, document, [KnownFragmentNamesRule, NoFragmentCyclesRule]);
    return problems.length === 0 ? document : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
