import type { DepartmentContext } from '../serve/department-context';

/** What one execution carries along. */
export interface Run {
  readonly context: DepartmentContext;
  /** As the schema coerced them. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** A value for each of many objects, in their order; a promise only where something has to be waited for. */
export type Column = readonly unknown[] | Promise<readonly unknown[]>;

/** Makes a column of another: resolves a field of objects, or completes its values. */
export type Step = (values: readonly unknown[], run: Run) => Column;

/** Goes on with a column at once where it is there: most of an answer never waits. */
export function then(column: Column, next: (values: readonly unknown[]) => Column): Column {
  return column instanceof Promise ? column.then(next) : next(column);
}

/** Columns that are all there, or a promise where one of them has to be waited for. */
export function allOf<T>(
  columns: readonly Column[],
  next: (all: readonly (readonly unknown[])[]) => T,
): T | Promise<T> {
  return columns.every((column): column is readonly unknown[] => !(column instanceof Promise))
    ? next(columns)
    : Promise.all(columns.map(async (column) => column)).then(next);
}

/**
 * What each item begins. Where one fails at once, what was begun before is still under way: nobody will wait for it, and
 * its failure must not be one of the process.
 */
export function begun<Item, Result>(items: readonly Item[], begin: (item: Item) => Result): Result[] {
  const results: Result[] = [];
  try {
    for (const item of items) results.push(begin(item));
  } catch (error) {
    Promise.all(results).catch(() => undefined);
    throw error;
  }
  return results;
}

/** Values of which some may still be promises. */
export function settled(values: readonly unknown[]): Column {
  return values.some(isPromise) ? Promise.all(values) : values;
}

function isPromise(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

/** Applies a step to the values that are there, and leaves null what is null or missing. */
export function whereThere(values: readonly unknown[], step: (there: readonly unknown[]) => Column): Column {
  if (values.every(isThere)) return step(values);
  const there = values.filter(isThere);
  if (there.length === 0) return values.map(() => null);
  return then(step(there), (done) => {
    let next = 0;
    return values.map((value) => (isThere(value) ? done[next++] : null));
  });
}

export function isThere(value: unknown): boolean {
  return value !== null && value !== undefined;
}
