import { BREAK, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { compiledAnswer } from './compiled-answer';
import { executedAnswer } from './executed-answer';
import type { ReadAnswer } from './read-answer';

/**
 * What a department answers to a document, as its schema reads it: the data anew where it is complete and of the
 * right types throughout, null where anything is missing or of another form, or where there are more or fewer
 * entities, subjects or households than were asked for. Fields that nobody asked for are left out.
 */
export function completeAnswer(schema: GraphQLSchema, document: DocumentNode): ReadAnswer {
  if (!isPlain(document)) return (variables, data) => executedAnswer(schema, document, variables, data);
  // Of a department in this process nothing is ever read.
  let read: ReadAnswer | undefined;
  return (...answer) => (read ??= compiledAnswer(schema, document))(...answer);
}

/** Whether the same fields are asked for whatever the variables are, and none of them about the schema itself. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  const differs = (): typeof BREAK => {
    plain = false;
    return BREAK;
  };
  visit(document, {
    Directive: ({ name }) => (name.value === 'skip' || name.value === 'include' ? differs() : undefined),
    Field: ({ name }) => (name.value === '__schema' || name.value === '__type' ? differs() : undefined),
  });
  return plain;
}
