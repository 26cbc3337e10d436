import { parse, validate, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { prepareOperations, type PreparedOperations } from '../execution/prepare-operations';

/** The operations of a document that fits the schema, or why it does not. */
export type ReadDocument =
  { readonly operations: PreparedOperations } | { readonly errors: readonly GraphQLError[] };

/** Parses, validates and prepares each document once; the least used are forgotten beyond `max`. */
export function documentCache(schema: GraphQLSchema, max: number): (query: string) => ReadDocument {
  const documents = new LRUCache<string, ReadDocument>({ max });
  return (query) => {
    const known = documents.get(query);
    if (known) return known;
    const read = readDocument(schema, query);
    documents.set(query, read);
    return read;
  };
}

function readDocument(schema: GraphQLSchema, query: string): ReadDocument {
  try {
    const document = parse(query);
    const errors = validate(schema, document);
    return errors.length > 0 ? { errors } : { operations: prepareOperations(schema, document) };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}
