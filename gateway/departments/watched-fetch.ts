import { parse, print, type DocumentNode, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { askedAbout, type ReadAskedAbout } from './asked-about';
import { askingWhom } from './asking-whom';
import { completeAnswer } from './complete-answer';
import type { ReadAnswer } from './read-answer';
import { toldAbout, type NoteToldAbout } from './told-about';

/** A fetch of a plan as a department is sent it, and how to see whom it is about. */
export interface WatchedFetch {
  readonly query: string;
  readonly document: DocumentNode;
  readonly askedAbout: ReadAskedAbout;
  readonly noteToldAbout: NoteToldAbout;
  readonly completeAnswer: ReadAnswer;
}

const keptFetches = 1000;

/** Prepares each fetch of a department once; the least used are forgotten. */
export function watchedFetches(
  schema: GraphQLSchema,
): (query: string, document: DocumentNode | undefined) => WatchedFetch {
  const fetches = new LRUCache<string, WatchedFetch>({ max: keptFetches });
  return (query, parsed) => {
    const known = fetches.get(query);
    if (known) return known;
    const document = askingWhom(parsed ?? parse(query), schema);
    const fetch = {
      query: print(document),
      document,
      askedAbout: askedAbout(document, schema),
      noteToldAbout: toldAbout(document, schema),
      completeAnswer: completeAnswer(schema, document),
    };
    fetches.set(query, fetch);
    return fetch;
  };
}
