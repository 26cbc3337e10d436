import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentAnswer } from '../../../schema/wire/graphql-exchange';

/** One fetch's share of an answer, while it is dealt out. */
interface Share {
  readonly from: number;
  readonly entities: readonly unknown[];
  readonly errors: GraphQLFormattedError[];
}

/**
 * Gives each fetch its own of an answer to all of them, which named so many entities each, one after the other: its
 * entities, the errors about them, and those that do not say which entity they are about. Null where the answer does not
 * have one place for each entity.
 */
export function splitAnswer(
  { data, errors = [] }: DepartmentAnswer,
  sizes: readonly number[],
): readonly DepartmentAnswer[] | null {
  const entities: unknown = data?.['_entities'];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!Array.isArray(entities) || entities.length !== total) return null;
  const owners: Share[] = [];
  const shares = sizes.map((size): Share => {
    const from = owners.length;
    const share = { from, entities: entities.slice(from, from + size) as readonly unknown[], errors: [] };
    for (let place = 0; place < size; place += 1) owners.push(share);
    return share;
  });
  for (const error of errors) {
    const [root, index, ...below] = error.path ?? [];
    const owner = root === '_entities' ? owners[index as number] : undefined;
    if (owner) owner.errors.push({ ...error, path: [root as string, Number(index) - owner.from, ...below] });
    else for (const share of shares) share.errors.push({ ...error });
  }
  return shares.map((share) => ({
    data: { _entities: share.entities },
    ...(share.errors.length > 0 ? { errors: share.errors } : {}),
  }));
}
