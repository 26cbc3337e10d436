import type { GraphQLObjectType } from 'graphql';
import type { Representation } from './entities';

/**
 * How many entries a list of an answer has to have, which no schema can say: one for each id that was asked for,
 * and in a check one for each subject that it was asked about. Undefined where any number will do.
 */
export function expectedLength(
  { ids }: Readonly<Record<string, unknown>>,
  isSubjects: boolean,
  representation: Representation | undefined,
): number | undefined {
  if (Array.isArray(ids)) return ids.length;
  const subjects = isSubjects ? representation?.['subjects'] : undefined;
  return Array.isArray(subjects) ? subjects.length : undefined;
}

/** Whether a field lists whom a check was about. */
export function isSubjectsOfCheck(parent: GraphQLObjectType, fieldName: string): boolean {
  return fieldName === 'subjects' && parent.getInterfaces().some(({ name }) => name === 'RegistryCheck');
}
