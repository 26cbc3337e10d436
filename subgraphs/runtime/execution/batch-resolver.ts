import type { DepartmentContext } from '../serve/department-context';

/** Resolves a field of many objects of one type at once: a value for each, in their order. */
export type ResolveBatch<Parent, Args = unknown> = (
  parents: readonly Parent[],
  args: Args,
  context: DepartmentContext,
) => Promise<readonly unknown[]>;

/** A resolver as graphql-js calls it, an object at a time, that the compiled execution calls once for all of them. */
export interface BatchResolver<Parent = never, Args = never> {
  (parent: Parent, args: Args, context: DepartmentContext): Promise<unknown>;
  readonly batch: ResolveBatch<Parent, Args>;
}

/** A resolver that is told of all objects of an operation together, where it can be. */
export function inBatches<Parent, Args>(batch: ResolveBatch<Parent, Args>): BatchResolver<Parent, Args> {
  return Object.assign(
    async (parent: Parent, args: Args, context: DepartmentContext) =>
      (await batch([parent], args, context))[0],
    { batch },
  );
}

/** How the objects of a field are resolved together, where that was said. */
export function batchOf(resolver: unknown): ResolveBatch<unknown> | undefined {
  return (resolver as Partial<BatchResolver<unknown, unknown>> | undefined)?.batch;
}
