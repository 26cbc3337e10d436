import { parse, print } from 'graphql';
import { LRUCache } from 'lru-cache';
import { operationId, type OperationManifest } from '../../schema/operations';

/** The published documents, by which those who may not ask freely ask. */
export interface TrustedDocuments {
  /** A document's text by its id. */
  byId(id: string): string | undefined;
  /** Whether a text is a published document, however it is laid out. */
  isPublished(text: string): boolean;
}

const keptAnswers = 1000;

export function trustedDocuments({ operations }: OperationManifest): TrustedDocuments {
  const bodies = new Map(operations.map(({ id, body }) => [id, body]));
  const known = new LRUCache<string, boolean>({ max: keptAnswers });
  return {
    byId: (id) => bodies.get(id),
    isPublished: (text) => {
      const id = operationId(text);
      const answer = known.get(id) ?? (bodies.has(id) || bodies.has(operationId(printed(text))));
      known.set(id, answer);
      return answer;
    },
  };
}

/** The text as the manifest would have it; nothing published where it is not GraphQL. */
function printed(text: string): string {
  try {
    return print(parse(text, { noLocation: true }));
  } catch {
    return '';
  }
}
