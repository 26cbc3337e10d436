import type { GraphQLFormattedError } from 'graphql';
import type { DepartmentAnswer } from '../../../schema/wire/graphql-exchange';
import type { ListForm } from './list-form';

/** One fetch's share of an answer, while it is dealt out. */
interface Share {
  readonly from: number;
  readonly items: readonly unknown[];
  readonly errors: GraphQLFormattedError[];
}

/**
 * Gives each fetch its own of an answer to all of them, which named so many things each, one after the other: what was
 * answered about its own, the errors about that, and those that do not say what they are about; in the form in which it
 * asked. Null where the answer does not have one place for each.
 */
export function splitAnswer(
  { data, errors = [] }: DepartmentAnswer,
  sizes: readonly number[],
  { field, single }: Pick<ListForm, 'field' | 'single'>,
): readonly DepartmentAnswer[] | null {
  const items: unknown = data?.[field];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (!Array.isArray(items) || items.length !== total) return null;
  const owners: Share[] = [];
  const shares = sizes.map((size): Share => {
    const from = owners.length;
    const share = { from, items: items.slice(from, from + size) as readonly unknown[], errors: [] };
    for (let place = 0; place < size; place += 1) owners.push(share);
    return share;
  });
  for (const error of errors) {
    const [root, index, ...below] = error.path ?? [];
    const owner = root === field ? owners[index as number] : undefined;
    if (owner) {
      const place = single === undefined ? [field, Number(index) - owner.from] : [single];
      owner.errors.push({ ...error, path: [...place, ...below] });
    } else for (const share of shares) share.errors.push({ ...error });
  }
  return shares.map((share) => ({
    data: single === undefined ? { [field]: share.items } : { [single]: share.items[0] },
    ...(share.errors.length > 0 ? { errors: share.errors } : {}),
  }));
}
