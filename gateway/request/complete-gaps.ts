import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { clientError } from '../errors/client-error';

/**
 * Makes an error of every gap that the executor finds only when it puts an answer together. By itself it
 * notes them in `extensions`, in words about types, and the data is null with no error at all.
 */
export function completeGaps(result: FormattedExecutionResult): void {
  if (!result.extensions) return;
  const { valueCompletion, ...extensions } = result.extensions;
  if (!Array.isArray(valueCompletion)) return;
  const gaps = valueCompletion as readonly GraphQLFormattedError[];
  result.errors = [...(result.errors ?? []), ...gaps.map(gapError)];
  if (Object.keys(extensions).length > 0) result.extensions = extensions;
  else delete result.extensions;
}

function gapError({ path }: GraphQLFormattedError): GraphQLFormattedError {
  return clientError({
    message: '',
    ...(path ? { path } : {}),
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  });
}
