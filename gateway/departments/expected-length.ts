import type { GraphQLResolveInfo } from 'graphql';
import type { EntityVariables } from './entities';

type Info = Pick<GraphQLResolveInfo, 'fieldName' | 'parentType' | 'path'>;

/**
 * How many entries a list of an answer has to have, which no schema can say: one for each id that was asked for,
 * and in a check one for each subject that it was asked about. Undefined where any number will do.
 */
export function expectedLength(
  { ids }: Readonly<Record<string, unknown>>,
  { fieldName, parentType, path }: Info,
  { representations }: EntityVariables,
): number | undefined {
  if (Array.isArray(ids)) return ids.length;
  const isCheck = parentType.getInterfaces().some(({ name }) => name === 'RegistryCheck');
  if (!isCheck || fieldName !== 'subjects') return undefined;
  const subjects = representations?.[entityIndex(path)]?.['subjects'];
  return Array.isArray(subjects) ? subjects.length : undefined;
}

/** The place of the entity under which a field stands; -1 outside of entities. */
function entityIndex({ prev, key }: Info['path']): number {
  if (!prev) return -1;
  return prev.key === '_entities' && typeof key === 'number' ? key : entityIndex(prev);
}
