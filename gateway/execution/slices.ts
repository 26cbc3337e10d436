import { GraphQLError, type DocumentNode } from 'graphql';
import { soleRoot } from '../sole-root';
import type { Executed } from './executed';

type Variables = Readonly<Record<string, unknown>>;

/** How many households of a page are asked about together. */
const sliceSize = 20;

/** A page names no more: what names more is left whole, for the department that refuses it. */
const largestPage = 200;

/** An operation that names the households of a page. */
export interface PageOperation {
  /** The values of its variables slice by slice; null where all that is named is no more than one. */
  slices(variables: Variables): readonly Variables[] | null;
  /** The answer to the whole of what was answered slice by slice. */
  whole(parts: readonly Executed[]): Executed;
}

/**
 * An operation over a page of households, which can be executed a slice at a time: so that whoever asks about one
 * household need not wait until 200 others are done with, here or in a department. Null for any other operation.
 */
export function pageOperation(document: DocumentNode): PageOperation | null {
  const root = soleRoot(document);
  if (root?.field.name.value !== 'households') return null;
  const { field, variable } = root;
  const key = field.alias?.value ?? field.name.value;
  return {
    slices: (variables) => {
      const named = variables[variable];
      if (!Array.isArray(named) || named.length <= sliceSize || named.length > largestPage) return null;
      const count = Math.ceil(named.length / sliceSize);
      return Array.from({ length: count }, (_, slice) => ({
        ...variables,
        [variable]: named.slice(slice * sliceSize, (slice + 1) * sliceSize) as unknown[],
      }));
    },
    whole: (parts) => {
      const errors = parts.flatMap(({ errors: of = [] }, slice) =>
        of.map((error) => ofTheWhole(error, key, slice * sliceSize)),
      );
      // What the executor finds only when it puts an answer together: errors are made of it later (`completeGaps`).
      const gaps = parts.flatMap(({ extensions }, slice) => {
        const of = (extensions?.['valueCompletion'] ?? []) as readonly GraphQLError[];
        return of.map((gap) => ofTheWhole(gap, key, slice * sliceSize));
      });
      const found = parts.map(({ data }) => data?.[key]);
      // A list that may not be null is not there, or one slice of it is not.
      const data = found.every(Array.isArray) ? { [key]: found.flat() } : null;
      return {
        data,
        ...(errors.length > 0 ? { errors } : {}),
        ...(gaps.length > 0 ? { extensions: { valueCompletion: gaps } } : {}),
      };
    },
  };
}

/** An error of a slice, at its place in the whole. */
function ofTheWhole(error: GraphQLError, key: string, from: number): GraphQLError {
  const { message, nodes, source, positions, path, originalError, extensions } = error;
  const [root, index, ...below] = path ?? [];
  if (root !== key || typeof index !== 'number') return error;
  return new GraphQLError(message, {
    nodes: nodes ?? null,
    source: source ?? null,
    positions: positions ?? null,
    path: [root, index + from, ...below],
    originalError: originalError ?? null,
    extensions,
  });
}
