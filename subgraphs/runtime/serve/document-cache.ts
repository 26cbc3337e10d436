import { parse, validate, type DocumentNode, type GraphQLError, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';

/** An operation that fits the schema, or why it does not. */
export type ReadDocument = { readonly document: DocumentNode } | { readonly errors: readonly GraphQLError[] };

/** Parses and validates each operation once; the least used are forgotten beyond `max`. */
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
    return errors.length > 0 ? { errors } : { document };
  } catch (error) {
    return { errors: [error as GraphQLError] };
  }
}
