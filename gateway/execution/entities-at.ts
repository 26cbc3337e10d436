import { isTold, type Gathered } from './merge-answer';

/**
 * The objects at a path of a plan, in which `@` stands for every item of a list; gaps are left out. Throws where the
 * data is not of the plan's form.
 */
export function entitiesAt(data: Gathered, path: readonly string[]): readonly Gathered[] {
  if (path.length === 0) return [data];
  const found: Gathered[] = [];
  collect(data, path, 0, found);
  return found;
}

function collect(value: unknown, path: readonly string[], step: number, found: Gathered[]): void {
  if (value === undefined || value === null) return;
  const name = path[step];
  if (name === '@') {
    if (!Array.isArray(value)) throw new Error('a list is expected in the data of a plan');
    for (const item of value) collect(item, path, step + 1, found);
    return;
  }
  if (!isTold(value)) throw new Error('an object is expected in the data of a plan');
  if (name === undefined) found.push(value);
  else collect(value[name], path, step + 1, found);
}
